import type { categoryWords } from '../karma/categories.ts'
import type { words as circlePart } from '../karma/circle-part.ts'
import type { words as hashCheck } from '../karma/hash-check.ts'
import type { words as karmaNav } from '../karma/karma-nav.ts'
import type { words as knobs } from '../karma/knobs.ts'
import type { words as number } from '../karma/number.ts'
import type { words as pretty } from '../karma/pretty.ts'
import type { words as rulesView } from '../karma/rules-view.ts'
import type { words as rulesetView } from '../karma/ruleset-view.ts'
import type { words as standingView } from '../karma/standing-view.ts'

export const karmaGerman: {
  'karma/categories': typeof categoryWords
  'karma/circle-part': typeof circlePart
  'karma/hash-check': typeof hashCheck
  'karma/karma-nav': typeof karmaNav
  'karma/knobs': typeof knobs
  'karma/number': typeof number
  'karma/pretty': typeof pretty
  'karma/rules-view': typeof rulesView
  'karma/ruleset-view': typeof rulesetView
  'karma/standing-view': typeof standingView
} = {
  'karma/categories': {
    intel: 'Intel',
    checkouts: 'Checkouts',
    community: 'Community',
    trades: 'Tausche',
    moderation: 'Moderation',
    adapters: 'Adapter',
  },
  'karma/circle-part': {
    nothingIsTakenOff: 'Nichts wird abgezogen: Dein Einspruch hatte Erfolg. Das gilt bis',
    nothingIsTakenOff2: 'Nichts wird abgezogen: Leute außerhalb deines Kreises bürgen für dich.',
    isTakenOffWhat: 'wird abgezogen, wenn weniger als zwei Mitglieder außerhalb deines Kreises dafür bürgen.',
    aModeratorWillLook: 'Die Moderation sieht sich deinen Einspruch an.',
    yourAppealWasGranted: 'Dein Einspruch hatte Erfolg.',
    yourAppealWasRefused: 'Dein Einspruch wurde abgelehnt.',
    whyThisIsWrong: 'Warum das falsch ist',
    aModeratorReadsIt: 'Die Moderation liest es: wer ihr füreinander seid, und wie ihr auf die Paare stoßt.',
    appeal: 'Einspruch einlegen',
    lookingAtYourCircle: 'Dein Kreis wird angesehen',
  },
  'karma/hash-check': {
    hashTheTextHere: 'Den Text hier hashen',
    theTextHasThis: '✓ Der Text hat diesen Hash',
    theTextHasAnother: '✕ Der Text hat einen anderen Hash',
  },
  'karma/karma-nav': {
    ledger: 'Ledger',
    standing: 'Stand',
    leaders: 'Beste',
    rules: 'Regeln',
    review: 'Prüfung',
    karma: 'Karma',
  },
  'karma/knobs': {
    inForce: 'in Kraft',
    ignored: 'ignoriert',
    shippedAs: '{told}, ausgeliefert als {shipped}.',
    theVoteSaysOutside: 'Die Abstimmung sagt {told}, außerhalb von {min} bis {max}: {told2} gilt.',
    everyNumberAVote: 'Jede Zahl, die eine Abstimmung ändern kann',
    from: ', seit',
    to: 'an',
    nothingYetEveryNumber: 'Noch nichts: Jede Zahl ist, wie sie ausgeliefert wurde.',
    proposeAnotherNumber: 'Eine andere Zahl vorschlagen',
  },
  'karma/number': {
    karma: '{BigInt} Karma',
    aDay: '{value} am Tag',
    members: { one: '1 Mitglied', other: '{n} Mitglieder' },
  },
  'karma/pretty': { showIt: 'Zeigen' },
  'karma/rules-view': {
    karma: 'Karma',
    notYetInSnpd: 'noch nicht in SNPD',
    from: 'von',
    theseAreTheFirst: 'Das sind die ersten.',
    decidedNothingYet: 'haben noch nichts entschieden',
    firstUsed: 'zuerst genutzt',
    loadingTheRules: 'Die Regeln werden geladen',
    whatMovesKarma: 'Was Karma bewegt',
    whatVotesChanged: 'Was Abstimmungen geändert haben',
    theExactText: 'Der genaue Text',
    everyMintOnChain:
      'Jede Prägung auf der Chain nennt den Hash der Regeln, denen sie folgte. Das ist der Text dazu.',
    before: 'Frühere',
  },
  'karma/ruleset-view': {
    lookingTheRulesUp: 'Die Regeln werden nachgeschlagen',
    firstUsed: 'Zuerst genutzt',
  },
  'karma/standing-view': {
    days: '{count} Tage',
    thereIsNoLevel: 'Über deiner Stufe ist keine mehr.',
    karma: '{earned} Karma',
    moreTo: 'fehlen noch bis',
    onlyWhatYouEarn: '. Es zählt nur, was du selbst verdienst, sobald es auf der Chain ist.',
    ofKarma: '{earned} von {earned2} Karma',
    of: '{days} von {days2}',
    youMayDisputeA: 'Du kannst einen Restock bestreiten, von dem du weißt, dass er falsch ist:',
    of2: 'von',
    open: 'offen.',
    disputingRestocksComes: 'Restocks bestreiten kommt mit der nächsten Stufe.',
    notNowYouDisputed: 'Jetzt nicht: Du hast in böser Absicht bestritten. Wieder',
    paysFromAHigher: ': zahlt ab einer höheren Stufe.',
    of3: '{used} von {cap}',
    whatEveryoneTogether:
      'Was alle zusammen bekommen haben, von dem, was ausgezahlt werden darf. Die Töpfe füllen sich wieder',
    ofKarma2: '{spent} von {budget} Karma',
    lookingAtYourStanding: 'Dein Stand wird angesehen',
    trustLevel: 'Vertrauensstufe',
    earnedByYourOwn: 'selbst verdient,',
    withUs: 'bei uns.',
    whatItGivesYou: 'Was sie dir gibt',
    paidToday: 'Heute bezahlt',
    yourCircle: 'Dein Kreis',
    paidFromThePots: 'Aus den Töpfen bezahlt',
    theRulesInFull: 'Die ganzen Regeln',
    earnedName: 'Verdient',
    withUsName: 'Bei uns',
    and: ' und ',
  },
}
