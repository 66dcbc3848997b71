import { ageOn, statedAge } from '../../../core/raffle-form/age.ts'
import { forbidsMachines } from '../../../core/raffle-form/policy.ts'
import { closedTo } from '../../../core/raffle-form/region.ts'
import { sentenceSaying, sentencesOf } from '../../../core/raffle-form/sentence.ts'
import type { Draw } from '../adapter.ts'
import { Ended, leaveTo, notEntered } from '../ended.ts'
import { drawWords, ENTRY_NUMBER } from './words.ts'

/** Not with the first reading alone: whoever is in already is told so on the draw's page. */
export function alreadyIn(text: string): Ended | undefined {
  const evidence = sentenceSaying(text, drawWords.already)
  if (evidence === undefined) return undefined
  return new Ended({ kind: 'already-entered', number: ENTRY_NUMBER.exec(text)?.[1] ?? null, evidence })
}

const ONLY_FOR =
  /\b(must|only|at least|minimum|required|mindest\w*|nur|ab|réservée?|solo|mayores|minimaal|vanaf)\b|以上/i

/** The least age that a page's small print asks for, where no box does. */
function leastAge(text: string): { age: number; said: string } | undefined {
  for (const said of sentencesOf(text)) {
    const age = ONLY_FOR.test(said) ? statedAge(said) : undefined
    if (age !== undefined) return { age, said }
  }
  return undefined
}

/** @throws Ended where the draw is not for this member, or not for machines; whatever form stands below */
export function requireWelcome({ walk, entrant, today }: Draw, text: string): void {
  const forbids = forbidsMachines(text)
  if (forbids)
    throw leaveTo(walk, 'policy', {
      detail: `This draw takes no entries from machines ("${forbids}"). Please enter yourself.`,
    })
  const least = leastAge(text)
  if (least && entrant.birthDate !== null && ageOn(entrant.birthDate, today) < least.age)
    throw notEntered('age', `The draw is for people of ${least.age} and over.`, least.said)
  const closed = closedTo(text, entrant.buyer.country)
  const evidence = closed ?? sentenceSaying(text, drawWords.region)
  if (evidence !== undefined)
    throw notEntered('region', `The draw is not open where you live: "${evidence}".`, evidence)
}

/** Why a page has no form that could be sent: what it says first counts. */
export function whyShut(text: string): Ended | undefined {
  const closed = sentenceSaying(text, drawWords.closed)
  const early = sentenceSaying(text, drawWords.notOpen)
  const at = (sentence: string | undefined) =>
    sentence === undefined ? Infinity : text.indexOf(sentence.slice(0, 12))
  if (early !== undefined && (closed === undefined || at(early) < at(closed)))
    return notEntered('not-open', `The draw is not open yet: "${early}".`, early)
  return closed === undefined ? undefined : notEntered('closed', `The draw is closed: "${closed}".`, closed)
}

/** The lines that were not there before the click. */
export function freshOf(text: string, before: string): string {
  const known = new Set(before.split('\n').map((line) => line.trim()))
  return text
    .split('\n')
    .filter((line) => !known.has(line.trim()))
    .join('\n')
}
