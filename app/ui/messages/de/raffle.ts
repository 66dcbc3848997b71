import type { words as acts } from '../raffle/acts.ts'
import type { words as enter } from '../raffle/enter.ts'
import type { words as manageView } from '../raffle/manage-view.ts'
import type { words as parcels } from '../raffle/parcels.ts'
import type { words as parts } from '../raffle/parts.ts'
import type { words as planForm } from '../raffle/plan-form.ts'
import type { words as plansView } from '../raffle/plans-view.ts'
import type { words as prizes } from '../raffle/prizes.ts'
import type { words as proofView } from '../raffle/proof-view.ts'
import type { words as raffleView } from '../raffle/raffle-view.ts'
import type { words as rafflesView } from '../raffle/raffles-view.ts'
import type { words as refund } from '../raffle/refund.ts'
import type { words as round } from '../raffle/round.ts'
import type { words as shopsView } from '../raffle/shops-view.ts'
import type { words as winners } from '../raffle/winners.ts'

export const raffleGerman: {
  'raffle/acts': typeof acts
  'raffle/enter': typeof enter
  'raffle/manage-view': typeof manageView
  'raffle/parcels': typeof parcels
  'raffle/parts': typeof parts
  'raffle/plan-form': typeof planForm
  'raffle/plans-view': typeof plansView
  'raffle/prizes': typeof prizes
  'raffle/proof-view': typeof proofView
  'raffle/raffle-view': typeof raffleView
  'raffle/raffles-view': typeof rafflesView
  'raffle/refund': typeof refund
  'raffle/round': typeof round
  'raffle/shops-view': typeof shopsView
  'raffle/winners': typeof winners
} = {
  'raffle/acts': {
    enterTheRaffle: 'Beim Raffle mitmachen',
    claimThePrize: 'Preis abholen',
    takeTheTicketsKarma: 'Karma des Loses zurücknehmen',
  },
  'raffle/enter': {
    lookAtThePasses: 'Zu den Pässen',
    howKarmaIsEarned: 'Wie Karma verdient wird',
    switchMyVoteOn: 'Auch meine Stimme einschalten: noch eine Signatur, kein Gas',
    forKarma: '{enter} für {price} Karma',
    youAreInEveryone: 'Du bist dabei. Jeder hat ein Los.',
    aTicketLivesIn: 'Ein Los lebt in einer Wallet, und du hast noch keine.',
    linkAWallet: 'Wallet verknüpfen',
    payFrom: 'Zahlen aus',
    oneTicketIsYours: 'Ein Los gehört dir, egal welche Wallet es hat.',
    karma: 'Karma',
  },
  'raffle/manage-view': {
    lookingForYourSession: 'Deine Sitzung wird gesucht',
    oneMore: 'Noch eins',
    describedSoFar: 'Bisher beschrieben',
    thisIsForAdmins: 'Das ist für Admins',
    askOneOfThem: 'Bitte einen von ihnen, ein Raffle zu eröffnen.',
  },
  'raffle/parcels': {
    parcelNumberIfThere: 'Paketnummer, wenn es eine gibt',
    itLeft: 'Es ist raus',
    notClaimedOnChain: 'Nicht auf der Chain abgeholt: keine Adresse zu lesen.',
    claimedItsWinnerHas: 'Abgeholt; wer gewonnen hat, hat nicht gesagt, wohin es geht.',
    sendThePrizes: 'Die Preise versenden',
    loadingWinners: 'Gewinner werden geladen',
  },
  'raffle/parts': {
    raffle: 'Raffle {id}',
    isYourChance: 'ist deine Chance',
    wouldBeYourChance: 'wäre deine Chance',
    soFar: 'bisher',
    youWon: 'Du hast gewonnen',
    paidBack: 'Zurückgezahlt',
    notThisTime: 'Diesmal nicht',
  },
  'raffle/plan-form': {
    prizesTheBestFirst: 'Preise, der beste zuerst',
    prize: 'Preis {value}',
    howMany: 'Wie viele',
    anotherPrize: 'Noch ein Preis',
    title: 'Titel',
    moreAboutIt: 'Mehr dazu',
    karmaForATicket: 'Karma für ein Los',
    passTier: 'Pass-Stufe',
    n0ForEveryone: '0: für alle',
    closes: 'Schließt',
    describedItOpensOnce: 'Beschrieben. Es öffnet, sobald die Chain es hat.',
    openTheRaffle: 'Raffle eröffnen',
  },
  'raffle/plans-view': {
    callItOff: 'Absagen',
    everyoneWhoIsIn: 'Alle, die dabei sind, bekommen ihr Karma zurück. Wieder öffnen lässt es sich nicht.',
    callItOffFor: 'Endgültig absagen',
    keepIt: 'Behalten',
    tier: ', Stufe',
    closes: ', schließt',
    loadingRaffles: 'Raffles werden geladen',
    nothingDescribedYet: 'Noch nichts beschrieben',
    describedRaffles: 'Beschriebene Raffles',
    prize: 'Preis',
    prizes: 'Preise',
  },
  'raffle/prizes': {
    snpdDoesNotKnow: 'SNPD weiß nicht, wohin es gehen soll.',
    keepAnAddress: 'Adresse hinterlegen',
    to: 'An',
    anotherAddress: 'Andere Adresse',
    sendItThere: 'Dorthin senden',
    itArrived: 'Es ist angekommen',
    prize: 'Preis {value}',
    claimItWithThe: 'Hol ihn mit der Wallet ab, die das Los hat: eine Signatur, kein Gas.',
    claimIt: 'Abholen',
    whoeverSendsItHas: 'Wer ihn versendet, hat jetzt deine Adresse.',
    yourAddressIsShown: 'Deine Adresse wird niemandem gezeigt, bevor du ihn abholst.',
    parcel: 'Paket:',
    youWon: 'Du hast gewonnen',
    loadingYourPrizes: 'Deine Preise werden geladen',
  },
  'raffle/proof-view': {
    theSignatureIsThat:
      'Die Signatur ist die des öffentlichen Netzes von drand, dessen Schlüssel diese Seite auswendig kennt.',
    theSignatureIsThat2:
      'Die Signatur ist die eines anderen Beacons als des öffentlichen Netzes von drand: Wer dessen Schlüssel hat, kannte den Ausgang. So ist es auf einer Test-Chain.',
    thisDrawDoesNot: 'Diese Ziehung stimmt nicht',
    checksOut: 'Stimmt',
    yourBrowserVerifiedThe: 'Dein Browser hat die Signatur geprüft und noch einmal gezogen.',
    winnersDrawnAgain: 'Gewinner, noch einmal gezogen',
    ticket: '. Los',
    theRaffleClosedAt: 'Das Raffle schloss um',
    theFirstRoundOf: '. Die erste Runde des Beacons, die mindestens',
    secondsAfterThatIs: 'Sekunden danach kommt, ist',
    andTheChainWas: ', und die Chain wusste es, als das Raffle eröffnet wurde.',
    theBeaconsSignature: 'Die Signatur des Beacons über diese Runde passt zu seinem öffentlichen Schlüssel.',
    signature: 'Signatur',
    key: 'Schlüssel',
    signatureChainContract: 'Signatur, Chain, Vertrag und Nummer ergeben den Seed, den die Chain hat.',
    seed: 'Seed',
    tx: 'tx',
    enteredEachWalletOnce: 'haben mitgemacht, jede Wallet einmal, mit Losen von 0 an.',
    theSeedShufflesThe:
      'Der Seed mischt die Lose; die ersten gewinnen, und es sind die, die diese Seite nennt.',
    entriesCloseAndSeed:
      'Teilnahmen, Schluss und Seed kommen aus der Kopie der Chain bei SNPD. Um selbst einen Node zu fragen:',
    npmRunVerifyRaffle: 'npm run verify-raffle --',
    outcome: 'Ausgang',
    checkingTheDraw: 'Die Ziehung wird geprüft',
    whatWasChecked: 'Was geprüft wurde',
    loadingTheProof: 'Der Beweis wird geladen',
  },
  'raffle/raffle-view': {
    closes: 'Schließt',
    wasToClose: 'Hätte geschlossen',
    closed: 'Geschlossen',
    burned: ', verbrannt',
    stakedUntilTheDraw: ', hinterlegt bis zur Ziehung',
    forWord: 'für',
    everyMember: 'jedes Mitglied',
    membersWithAPass: 'Mitglieder mit einem Pass der Stufe {tier} oder höher',
    anotherOperatorOpened:
      'Ein anderer Betreiber hat dieses Raffle eröffnet: SNPD kennt den Hash der Preise, und nicht, was sie sind.',
    prizes: 'Preise',
    loadingTheRaffle: 'Das Raffle wird geladen',
    aTicket: 'Ein Los',
    inSoFar: 'Bisher dabei',
    odds: 'Chancen',
    forWhom: 'Für',
    prize: 'Preis',
  },
  'raffle/raffles-view': {
    closes: 'schließt ',
    closed: 'geschlossen ',
    inFor: 'dabei für',
    aTicketIs: ', ein Los kostet',
    loadingEarlierRaffles: 'Frühere Raffles werden geladen',
    asOfBlock: 'Stand Block',
    snpdPaysTheGas: '. SNPD zahlt das Gas für das, was du hier signierst.',
    loadingRaffles: 'Raffles werden geladen',
    openRaffles: 'Offene Raffles',
    prize: 'Preis',
    prizes: 'Preise',
  },
  'raffle/refund': {
    yourTicketsKarmaIs: 'Das Karma deines Loses ist zurück.',
    snpdPaysTicketsBack: 'SNPD zahlt Lose der Reihe nach zurück, ohne dich. Das hier ist für jetzt gleich.',
    takeMyKarmaBack: 'Mein Karma jetzt zurücknehmen',
  },
  'raffle/round': {
    whoDraws: 'Wer zieht',
    round: 'Runde',
    ofAPublicBeacon:
      'eines öffentlichen Beacons, festgelegt, als dieses Raffle eröffnet wurde. Niemand kennt sie, solange du mitmachen kannst, und niemand kann eine andere wählen.',
    itWasPublishedAt: 'Sie wurde veröffentlicht um ',
    itIsPublishedAt: 'Sie wird veröffentlicht um ',
    prizes: 'Preise',
    openedByTx: '· eröffnet mit tx',
  },
  'raffle/shops-view': {
    theDrawsPage: 'Die Seite der Verlosung',
    firstName: 'Vorname',
    lastName: 'Nachname',
    size: 'Größe',
    asTheShopWrites: 'Wie der Shop sie schreibt.',
    born: 'Geboren',
    instagram: 'Instagram',
    storeToPickUp: 'Laden zum Abholen',
    snpdFillsTheForm:
      'SNPD füllt damit das Formular aus, mit deiner Mail und deiner Adresse, und sendet es einmal. Was es sonst fragt, bleibt dir.',
    enterItForMe: 'Trag mich ein',
    loadingYourDraws: 'Deine Verlosungen werden geladen',
    noDrawYet: 'Noch keine Verlosung',
    drawsOfShops: 'Verlosungen von Shops',
  },
  'raffle/winners': {
    prize: 'Preis',
    you: 'Du',
    claimed: 'Abgeholt',
    ticket: 'Los',
    winners: 'Gewinner',
    nobodyEnteredSoNobody: 'Niemand hat mitgemacht, also hat niemand gewonnen.',
  },
}
