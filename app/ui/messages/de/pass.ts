import type { words as acts } from '../pass/acts.ts'
import type { words as buy } from '../pass/buy.ts'
import type { words as own } from '../pass/own.ts'
import type { words as passesView } from '../pass/passes-view.ts'
import type { words as tierCard } from '../pass/tier-card.ts'
import type { words as vote } from '../pass/vote.ts'

export const passGerman: {
  'pass/acts': typeof acts
  'pass/buy': typeof buy
  'pass/own': typeof own
  'pass/passes-view': typeof passesView
  'pass/tier-card': typeof tierCard
  'pass/vote': typeof vote
} = {
  'pass/acts': {
    buyThePass: 'Pass kaufen',
    endThePass: 'Pass beenden',
    switchYourVoteOn: 'Deine Stimme einschalten',
  },
  'pass/buy': {
    payFrom: 'Zahlen aus',
    thePassIsBound: 'Der Pass ist für immer an diese Wallet gebunden.',
    karma: 'Karma',
    itStartsAtOnce: 'Er gilt sofort und ersetzt deinen Pass der Stufe',
    passWhateverIsLeft: 'samt dem, was davon übrig ist.',
    switchMyVoteOn: 'Auch meine Stimme einschalten: noch eine Signatur, kein Gas',
    forKarma: '{value} für {price} Karma',
    renew: 'Verlängern',
    buy: 'Kaufen',
    closedItCannotBe: 'Geschlossen: Er kann gerade nicht gekauft werden.',
    forHowLong: 'Für wie lange',
  },
  'pass/own': {
    endItEarly: 'Vorzeitig beenden',
    itEndsAtOnce:
      'Er endet sofort, und das Karma dafür kommt nicht zurück. Kein Pass verlängert sich von selbst, es gibt also nichts zu stoppen: Das ist dafür da, jetzt eine niedrigere Stufe zu nehmen.',
    endThePass: 'Pass beenden',
    keepIt: 'Behalten',
    active: 'Aktiv',
    ended: 'Beendet',
    cancelled: 'Abgebrochen',
    youEndedThisPass: 'Du hast diesen Pass beendet. Jede Stufe kann neu gekauft werden.',
    runsUntil: 'Läuft bis ',
    ranUntil: 'Lief bis ',
    tier: 'Stufe',
    ofWallet: 'Von Wallet',
    forGood: ', für immer.',
    yourPass: 'Dein Pass',
    youHaveNoPass: 'Du hast noch keinen Pass.',
  },
  'pass/passes-view': {
    aPassLivesIn: 'Ein Pass lebt in einer Wallet, und du hast noch keine.',
    noTiersYet: 'Noch keine Stufen',
    passesAreSoldOnce: 'Pässe werden verkauft, sobald ihre Bedingungen auf der Chain stehen.',
    loadingPasses: 'Pässe werden geladen',
    asOfBlock: 'Stand Block',
    snpdPaysTheGas:
      '. SNPD zahlt das Gas für das, was du hier signierst; ein Pass kostet Karma und sonst nichts.',
    signInToBuy: 'Anmelden und kaufen',
    linkAWallet: 'Wallet verknüpfen',
  },
  'pass/tier-card': {
    opens: 'Öffnet',
    everythingThatLower: 'Alles, was niedrigere Stufen öffnen',
    oneOpenRaffle: 'Ein offenes Raffle',
    openRaffles: '{raffles} offene Raffles',
    noDropOrRaffle: 'Gerade verlangt ihn kein Drop und kein Raffle',
    forWord: ' für {period}',
    forMembersWhoHave: 'Für Mitglieder, die verdient haben:',
    orMoreSpentOr: 'oder mehr, ausgegeben oder nicht.',
    tier: 'Stufe',
  },
  'pass/vote': {
    the: 'Die',
    thisWalletHasEarned:
      'aus dieser Wallet zählen bei jedem Vorschlag, der ab jetzt gemacht wird. Karma auszugeben kostet nie deine Stimme, und gekauftes erhöht sie nie.',
    thisWalletHasEarned2: 'aus dieser Wallet zählen zu den Stimmen von',
    youCanTakeThem: '. Du kannst sie jederzeit zurücknehmen.',
    thisWalletHasEarned3:
      'aus dieser Wallet zählen noch bei keinem Vorschlag. Schalte deine Stimme einmal ein: eine Signatur, kein Gas, und dein Karma bleibt, wo es ist.',
    whatYouHaveEarned: 'Was du verdient hast',
    on: 'An',
    off: 'Aus',
    withAnother: 'Bei jemand anderem',
    switchMyVoteOn: 'Meine Stimme einschalten',
    takeMyVoteBack: 'Meine Stimme zurücknehmen',
    yourVote: 'Deine Stimme',
  },
}
