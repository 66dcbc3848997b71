import { sentencesOf } from './sentence.ts'

const MACHINES =
  /\b(bots?|automat\w*|scripts?|software|third[- ]part(?:y|ies)|agents?|assistants?|macros?|bot-?teilnahmen?|automatisé\w*|robots?|automatizad\w*|automatizzat\w*|geautomatiseerd\w*)\b|自動|ボット/i
const ENTRIES =
  /\b(entr(?:y|ies|ants?)|enter(?:ed|ing)?|participat\w*|submissions?|submitted|registrations?|teilnahmen?|teilnehm\w*|anmeldungen?|einträge|inscriptions?|inscripci\w*|participaci\w*|partecipazion\w*|iscrizion\w*|deelname\w*|inzendingen?)\b|応募|エントリー/i
const REFUSED =
  /\b(not (?:be )?(?:permitted|allowed|accepted|eligible|counted)|prohibit\w*|forbid\w*|void(?:ed)?|disqualif\w*|exclu\w*|invalid(?:ated)?|reject\w*|removed|cancell?ed|must not|may not|ausgeschlossen|unzulässig|ungültig|verboten|nicht (?:erlaubt|gestattet|zugelassen)|disqualifizier\w*|interdit\w*|exclu\w*|annulé\w*|prohibid\w*|anulad\w*|descalific\w*|vietat\w*|esclus\w*|uitgesloten|ongeldig|verboden)\b|禁止|無効/i

/**
 * The sentence in which a draw says that machines may not enter it; undefined without one. A draw that says so is left to
 * the member, in every mode.
 */
export function forbidsMachines(text: string): string | undefined {
  return sentencesOf(text).find(
    (sentence) => MACHINES.test(sentence) && ENTRIES.test(sentence) && REFUSED.test(sentence),
  )
}
