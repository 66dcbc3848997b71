import type { words as appealCard } from '../review/appeal-card.ts'
import type { words as appealsPart } from '../review/appeals-part.ts'
import type { words as awardRow } from '../review/award-row.ts'
import type { words as awardsPart } from '../review/awards-part.ts'
import type { words as challengesPart } from '../review/challenges-part.ts'
import type { words as decidedList } from '../review/decided-list.ts'
import type { words as reviewView } from '../review/review-view.ts'
import type { words as withDecided } from '../review/with-decided.ts'

export const reviewGerman: {
  'review/appeal-card': typeof appealCard
  'review/appeals-part': typeof appealsPart
  'review/award-row': typeof awardRow
  'review/awards-part': typeof awardsPart
  'review/challenges-part': typeof challengesPart
  'review/decided-list': typeof decidedList
  'review/review-view': typeof reviewView
  'review/with-decided': typeof withDecided
} = {
  'review/appeal-card': { whyYouDecideSo: 'Warum du so entscheidest', refuse: 'Ablehnen' },
  'review/appeals-part': {
    readsThis: '{username} liest das.',
    theMember: 'Das Mitglied',
    grantTakeNothingOff: 'Stattgeben: nichts abziehen',
    aMemberWhoLeft: 'Ein Mitglied, das gegangen ist',
    off: 'abgezogen',
    appeals: 'Einsprüche',
    loadingTheAppeals: 'Die Einsprüche werden geladen',
    olderAppeals: 'Ältere Einsprüche',
  },
  'review/award-row': {
    takeItBack: 'Zurücknehmen',
    why: 'Warum',
    readsThisInThe: '{username} liest das im Ledger.',
    theMember: 'Das Mitglied',
    takeBack: 'Zurückziehen',
    aMemberWhoLeft: 'Ein Mitglied, das gegangen ist',
    theRestock: 'der Restock',
  },
  'review/awards-part': {
    ofWhom: 'Von wem',
    everyone: 'allen',
    look: 'Ansehen',
    loadingTheAwards: 'Die Gutschriften werden geladen',
    none: 'Keine.',
    olderAwards: 'Ältere Gutschriften',
  },
  'review/challenges-part': {
    whyYouDecideSo: 'Warum du so entscheidest',
    bothSidesReadThis: 'Beide Seiten lesen das.',
    itWasWrongTake: 'Es war falsch: Gutschriften zurücknehmen',
    itWasRightPay: 'Es war richtig: auszahlen',
    disputedInBadFaith: 'In böser Absicht bestritten: auszahlen',
    aMemberWhoLeft: 'Ein Mitglied, das gegangen ist',
    disputes: 'bestreitet',
    aRestock: 'einen Restock',
    open: 'offen',
    holdsItsAwardsNo: '; hält die Gutschriften nicht länger als bis',
    disputes2: 'Streitfälle',
    loadingTheDisputes: 'Bestrittenes wird geladen',
    olderDisputes: 'Älteres Bestrittenes',
  },
  'review/decided-list': { nothingWaitsForYou: 'Nichts wartet auf dich.' },
  'review/review-view': {
    forModerators: 'Für die Moderation',
    disputesAndAwardsAre:
      'Über Bestrittenes und Gutschriften entscheiden hier die, die die Community zur Moderation gemacht hat.',
    disputedRestocks: 'Bestrittene Restocks',
    appeals: 'Einsprüche',
    awards: 'Gutschriften',
  },
  'review/with-decided': { showTheDecidedOnes: 'Auch Entschiedenes zeigen' },
}
