import type { channelWords, pushWords } from '../en-channels.ts'
import type { handoverWords, lentWords, modeWords, notOrderedWords, stateWords } from '../en-checkout.ts'
import type {
  awardWords,
  causeWords,
  levelWords,
  outcomeWords,
  ruleNames,
  stateOfAwardWords,
} from '../en-karma.ts'
import type { answerWords, happeningWords, mapWords } from '../en-map.ts'
import type { caseCauseWords, caseStateWords, houseRuleWords, logActWords } from '../en-moderation.ts'
import type { reportWords } from '../en-reporting.ts'

export const siteGerman: {
  'site.stateWords': typeof stateWords
  'site.modeWords': typeof modeWords
  'site.lentWords': typeof lentWords
  'site.handoverWords': typeof handoverWords
  'site.notOrderedWords': typeof notOrderedWords
  'site.awardWords': typeof awardWords
  'site.ruleNames': typeof ruleNames
  'site.causeWords': typeof causeWords
  'site.levelWords': typeof levelWords
  'site.stateOfAwardWords': typeof stateOfAwardWords
  'site.outcomeWords': typeof outcomeWords
  'site.reportWords': typeof reportWords
  'site.pushWords': typeof pushWords
  'site.channelWords': typeof channelWords
  'site.happeningWords': typeof happeningWords
  'site.answerWords': typeof answerWords
  'site.mapWords': typeof mapWords
  'site.houseRuleWords': typeof houseRuleWords
  'site.caseCauseWords': typeof caseCauseWords
  'site.caseStateWords': typeof caseStateWords
  'site.logActWords': typeof logActWords
} = {
  'site.stateWords': {
    queued: 'In der Warteschlange',
    walking: 'Unterwegs im Shop',
    'with-member': 'Die Seite gehört dir',
    review: 'Du entscheidest',
    confirmed: 'Du hast Ja gesagt',
    submitting: 'Bestellung läuft',
    ordered: 'W. Bestellt',
    handover: 'Du bist dran',
    'not-ordered': 'L. Nicht bestellt',
    unknown: 'Frag beim Shop nach',
    'dry-run': 'Probelauf fertig',
  },
  'site.modeWords': { review: '', 'dry-run': ' · Probelauf', auto: ' · ohne Rückfrage' },
  'site.lentWords': {
    challenge: 'Der Shop will einen Menschen. Das bist du: Antworte hier, dann gib die Seite zurück.',
    review:
      'Etwas im Warenkorb ist nicht wie gewünscht. Schau nach, bring es in Ordnung, dann gib die Seite zurück.',
    payment: 'Der Shop oder deine Bank will eine Antwort nur von dir. Gib sie hier.',
    price: 'Der Preis ist nicht der, den du erlaubt hast. Du entscheidest.',
    policy: 'Für das, was jetzt kommt, will dieser Shop einen Menschen.',
    'unknown-page': 'Der Assistent weiß auf dieser Seite nicht weiter. Du vielleicht schon.',
  },
  'site.handoverWords': {
    challenge: 'Der Shop wollte einen Menschen. SNPD antwortet nie für dich.',
    review: 'Der Warenkorb war nicht wie gewünscht, darum wurde nichts gekauft.',
    payment: 'Der Shop will, dass du selbst bezahlst.',
    price: 'Die Summe liegt über deinem Limit, oder sie hat sich nach deinem Ja geändert.',
    policy: 'Bei diesem Shop macht ein Mensch den letzten Schritt.',
    'unknown-page': 'Der Shop hat eine Seite gezeigt, die SNPD nicht kennt.',
  },
  'site.notOrderedWords': {
    'sold-out': 'Ausverkauft, bevor wir da waren.',
    refused: 'Der Shop hat die Bestellung abgelehnt.',
    expired: 'Die Zeit ist um. Nichts wurde gekauft.',
    cancelled: 'Du hast abgebrochen. Nichts wurde gekauft.',
  },
  'site.awardWords': {
    unconfirmed: 'Wartet, bis ein anderes Mitglied bestätigt',
    capped: 'Nicht bezahlt',
    maturing: 'Bestätigt, in der Prüffrist',
    challenged: 'Angehalten: ein anderes Mitglied bestreitet es',
    'needs-wallet': 'Braucht eine Wallet: Verknüpf eine, um es zu bekommen',
    matured: 'Fällig, im nächsten Schwung',
    minting: 'Wird auf der Chain geprägt',
    reversed: 'Zurückgenommen',
  },
  'site.ruleNames': {
    'restock.report': 'Deine Restock-Meldung',
    'restock.first-confirmation': 'Zuerst einen Restock bestätigt',
    'restock.scout': 'Zuerst einen Drop in einer Gegend gefunden',
    'checkout.shared': 'Geteilt, wie ein Checkout ausging',
    'reply.helpful': 'Eine Antwort, die half',
    'trade.completed': 'Abgeschlossener Tausch',
    'flag.upheld': 'Bestätigte Meldung',
    'adapter.tested': 'Einen Shop-Adapter getestet',
    'raffle.entry': 'Eine Raffle-Teilnahme',
  },
  'site.causeWords': {
    award: 'Gutgeschrieben',
    'raffle-entry': 'Raffle-Teilnahme',
    'raffle-refund': 'Raffle-Los, zurückgezahlt',
    pass: 'Zugangspass',
    trade: 'Pfand für einen Tausch',
    spent: 'Ausgegeben',
    sent: 'Gesendet an',
    received: 'Erhalten von',
    itself: 'An dieselbe Wallet gesendet',
  },
  'site.levelWords': { new: 'Neu', regular: 'Stammgast', trusted: 'Vertraut', steward: 'Hüter' },
  'site.stateOfAwardWords': {
    unconfirmed: 'unbestätigt',
    capped: 'nicht bezahlt',
    maturing: 'in der Prüffrist',
    challenged: 'bestritten',
    'needs-wallet': 'keine Wallet',
    matured: 'fällig',
    minting: 'wird geprägt',
    minted: 'geprägt',
    reversed: 'zurückgenommen',
  },
  'site.outcomeWords': { upheld: 'war falsch', dismissed: 'war richtig', false: 'böse Absicht' },
  'site.reportWords': {
    photo: 'Foto',
    photoHint: 'JPEG, PNG oder WebP, höchstens 8 MB. Ort, Zeit und Kamera werden vor dem Speichern entfernt.',
    photoTooLarge: 'Diese Datei ist größer als 8 MB. Wähl eine kleinere.',
    photoFailed: 'Deine Meldung ist da. Ihr Foto nicht.',
    photoAgain: 'Foto noch einmal senden',
    withoutPhoto: 'Ohne Foto weiter',
  },
  'site.pushWords': {
    insecure: {
      why: 'Diese Seite kam ohne https, und Browser erlauben Push nur auf sicheren Seiten.',
      fix: 'Öffne SNPD unter der https-Adresse.',
    },
    'home-screen': {
      why: 'iPhone und iPad zeigen Push nur für Seiten auf dem Home-Bildschirm.',
      fix: 'Tipp auf „Teilen“, dann „Zum Home-Bildschirm“, und schalte es dort ein.',
    },
    unsupported: {
      why: 'Dieser Browser kann kein Push.',
      fix: 'Nimm unten einen Webhook oder Discord, oder einen anderen Browser.',
    },
    denied: {
      why: 'Du hast diesem Browser gesagt, dass er unsere Mitteilungen von dir fernhalten soll.',
      fix: 'Erlaub sie in den Browser-Einstellungen für diese Site, dann komm zurück.',
    },
    'no-service': {
      why: 'Dieser Browser hat den Push-Dienst seines Herstellers nicht erreicht.',
      fix: 'Manche Netze und manche Chromium-Versionen haben keinen. Versuch ein anderes Netz, oder nimm unten einen Webhook oder Discord.',
    },
  },
  'site.channelWords': { 'web-push': 'Browser', webhook: 'Webhook', discord: 'Discord' },
  'site.happeningWords': { 'meet-up': 'Treffen', line: 'Schlange', release: 'Release', drop: 'SNPD-Drop' },
  'site.answerWords': { going: 'Ich komme', maybe: 'Vielleicht' },
  'site.mapWords': {
    where: 'Stadt, ZIP-Code oder Adresse',
    here: 'Um mich herum',
    hereHint: 'Wo du stehst, bleibt auf diesem Gerät; nur eine Zelle von etwa 5 km² wird gesendet.',
    announceHint:
      'Wo du stehst, bleibt auf diesem Gerät; nur eine Zelle von etwa 0,1 km² wird gesendet, und alle sehen ihre Mitte.',
    unknown: 'Niemand kennt diesen Ort. Prüf die Schreibweise, oder nenn die Stadt oder einen ZIP-Code.',
    plain:
      'Diesen Ort hat ein Dienst gefunden, der ihn nur auf seiner eigenen Karte zeigen lässt, darum hier die Liste.',
    quiet: 'Nichts in den letzten sieben Tagen.',
    peek: 'Du schaust aus der Ferne: Posts werden für die ganze Stadt gezählt, und Schlangen erfährt, wer dort ist.',
  },
  'site.houseRuleWords': {
    spam: 'Spam',
    scam: 'Betrug oder Fakes',
    abuse: 'Beleidigung oder Drohung',
    private: 'Private Dinge anderer',
    false: 'Absichtlich Falsches',
    illegal: 'Gegen das Gesetz',
    other: 'Etwas anderes',
  },
  'site.caseCauseWords': {
    report: 'Gemeldet',
    votes: 'Heruntergestimmt',
    filter: 'Von einem Filter angehalten',
  },
  'site.caseStateWords': {
    open: 'offen',
    claimed: 'übernommen',
    kept: 'bleibt stehen',
    removed: 'entfernt',
    appealed: 'Einspruch eingelegt',
    upheld: 'endgültig entfernt',
    restored: 'nach Einspruch zurück',
  },
  'site.logActWords': {
    'post.hidden': 'Ein Post wurde verborgen, bis jemand ihn ansieht',
    'post.removed': 'Ein Post wurde entfernt',
    'post.kept': 'Ein Post wurde geprüft und bleibt',
    'event.removed': 'Ein Event wurde entfernt',
    'event.kept': 'Ein Event wurde geprüft und bleibt',
    'restock.removed': 'Eine Restock-Notiz wurde entfernt',
    'restock.kept': 'Eine Restock-Notiz wurde geprüft und bleibt',
    'group.removed': 'Eine Gruppe wurde entfernt',
    'group.kept': 'Eine Gruppe wurde geprüft und bleibt',
    'guide.removed': 'Ein Guide wurde entfernt',
    'guide.kept': 'Ein Guide wurde geprüft und bleibt',
    strike: 'Ein Strike wurde vergeben',
    mute: 'Ein Mitglied wurde stummgeschaltet',
    unmute: 'Eine Stummschaltung wurde aufgehoben',
    'appeal.granted': 'Ein Einspruch hatte recht: Es wurde rückgängig gemacht',
    'appeal.refused': 'Ein Einspruch wurde abgelehnt',
    'filter.added': 'Ein Filter kam dazu',
    'filter.removed': 'Ein Filter kam weg',
  },
}
