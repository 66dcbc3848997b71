import type { words as address } from '../member/address.ts'
import type { words as confirmed } from '../member/confirmed.ts'
import type { words as deleteWords } from '../member/delete.ts'
import type { words as device } from '../member/device.ts'
import type { words as exportWords } from '../member/export.ts'
import type { words as notifications } from '../member/notifications.ts'
import type { words as overview } from '../member/overview.ts'
import type { words as password } from '../member/password.ts'
import type { words as places } from '../member/places.ts'
import type { words as profile } from '../member/profile.ts'
import type { words as prove } from '../member/prove.ts'
import type { words as saved } from '../member/saved.ts'
import type { words as sessions } from '../member/sessions.ts'
import type { words as settingsNav } from '../member/settings-nav.ts'
import type { words as wallets } from '../member/wallets.ts'

export const memberGerman: {
  'member/address': typeof address
  'member/confirmed': typeof confirmed
  'member/delete': typeof deleteWords
  'member/device': typeof device
  'member/export': typeof exportWords
  'member/notifications': typeof notifications
  'member/overview': typeof overview
  'member/password': typeof password
  'member/places': typeof places
  'member/profile': typeof profile
  'member/prove': typeof prove
  'member/saved': typeof saved
  'member/sessions': typeof sessions
  'member/settings-nav': typeof settingsNav
  'member/wallets': typeof wallets
} = {
  'member/address': {
    loadingYourAddress: 'Deine Adresse wird geladen',
    saveAddress: 'Adresse speichern',
    forgetIt: 'Vergessen',
    forgotten: 'Vergessen',
    saved: 'Gespeichert',
  },
  'member/confirmed': {
    firstIsItYou: 'Zuerst: Bist du es?',
    itCountsForTen: 'Das gilt zehn Minuten.',
    confirm: 'Bestätigen',
    lookingForYourLast: 'Dein letzter Nachweis wird gesucht',
  },
  'member/delete': {
    whatHappens: 'Was geschieht',
    yourNameEmailPassword:
      'Dein Name, E-Mail, Passwort, Adresse, Karte, Alerts, Sitzungen und die Notizen an deinen Meldungen werden sofort vernichtet, samt dem Schlüssel von allem, was damit verschlüsselt war.',
    youForfeit: 'Es verfallen',
    thatIsPromisedAnd: '– zugesagt, aber noch nicht geprägt.',
    yourOpenCheckoutIs: 'Dein offener Checkout wird',
    yourOpenCheckoutsAre: 'Deine {open} offenen Checkouts werden',
    calledOff: 'abgebrochen.',
    anOrderIsBeing:
      'Gerade in diesem Moment läuft eine Bestellung. Sie lässt sich nicht abbrechen: Achte auf die Mail des Shops.',
    karmaThatIsMinted: 'Geprägtes Karma bleibt in deiner Wallet: Es',
    whatIsOnChain: 'Was auf der Chain ist,',
    isNotOursTo: 'können wir nicht nehmen. Diese Wallet kann nach 30 Tagen wieder zu SNPD kommen.',
    yourReportsStayWithout: 'Deine Meldungen bleiben, ohne deinen Namen: Andere haben sie bestätigt.',
    takeYourDataWith: 'Nimm vorher deine Daten mit',
    firstAfterwardsThereIs: '– danach gibt es keine mehr.',
    thisCannotBeUndone: 'Das lässt sich nicht rückgängig machen',
    deleteMyAccount: 'Mein Konto löschen',
    lookingAtYourKarma: 'Dein Karma wird angesehen',
    lookingAtYourCheckouts: 'Deine Checkouts werden angesehen',
  },
  'member/device': { aProgramWithoutA: 'Ein Programm ohne Namen', on: '{browser} auf {system}' },
  'member/export': {
    you: 'Du',
    nameEmailAddressWhen: 'Name, E-Mail, Adresse, wann du gekommen bist',
    waysIn: 'Wege hinein',
    walletsSessionsAndWhat: 'Wallets, Sitzungen und worauf sie laufen; nie das Passwort',
    theStreet: 'Die Straße',
    yourReportsWithTheir: 'deine Meldungen mit ihren Notizen, und was du bestätigt hast',
    karma: 'Karma',
    everyAwardAlsoThose: 'jede Gutschrift, auch noch nicht geprägte',
    checkouts: 'Checkouts',
    eachWithItsSteps: 'jeder mit seinen Schritten, seinem Ausgang und wohin er ging',
    alerts: 'Alerts',
    whatYouWantTo: 'wovon du hören willst',
    payment: 'Zahlung',
    thatThereIsA: 'dass es eine Karte gibt, und wie du sie nennst; hier kann sie niemand öffnen',
    downloadMyData: 'Meine Daten herunterladen',
    downloaded: 'Heruntergeladen',
  },
  'member/notifications': {
    restocks: 'Restocks',
    someoneSawAPair: 'Jemand hat ein Paar gesehen, oder ein Shop hat es zurückgestellt',
    drops: 'Drops',
    oneOfWhatYou: 'Etwas, dem du folgst, öffnet',
    checkouts: 'Checkouts',
    theAssistantNeedsYou: 'Der Assistent braucht dich, oder ist fertig',
    karma: 'Karma',
    itIsMintedYours: 'Es ist geprägt: deins auf der Chain',
    raffles: 'Raffles',
    oneOpensThatYou: 'Eins öffnet, bei dem du mitmachen darfst, und was aus deinen wird',
    trades: 'Tausche',
    somebodyOffersAnswers: 'Jemand bietet an, antwortet, sendet oder bestreitet; eine Jury will dich',
    votes: 'Abstimmungen',
    aProposalOpensOr: 'Ein Vorschlag öffnet oder schließt, oder was er ändert, ist in Kraft',
    atOnce: 'Sofort',
    gatheredEveryHour: 'Gesammelt, jede Stunde',
    gatheredOnceADay: 'Gesammelt, einmal am Tag',
    quietHours: 'Ruhezeiten',
    sendNothingAtNight: 'Nachts nichts senden, außer was ein Checkout braucht',
    from: 'Von',
    to: 'Bis',
    timeZone: 'Zeitzone',
    tellMeOf: 'Sag mir Bescheid über',
    mySizesUs: 'Meine Größen, US',
    forRestocksEmptyEvery: 'Für Restocks. Leer: jede Größe.',
    how: 'Wie',
    saveAlerts: 'Alerts speichern',
    loadingYourAlerts: 'Deine Alerts werden geladen',
  },
  'member/overview': {
    noEmail: 'Keine E-Mail',
    paidTo: 'Bezahlt an {paid_to}',
    noneKarmaWaits: 'Keine: Karma wartet',
    set: 'Gesetzt',
    none: 'Nicht gesetzt',
    signOut: 'Abmelden',
    noWallet: 'keine Wallet',
    walletLinked: 'Wallet verknüpft',
    since: '· seit',
    loadingYourAccount: 'Dein Konto wird geladen',
    settings: 'Einstellungen',
    language: 'Sprache',
  },
  'member/password': {
    newPassword: 'Neues Passwort',
    atLeastCharactersA: 'Mindestens {least} Zeichen: Ein kurzer Satz genügt.',
    changeIt: 'Ändern',
    chooseIt: 'Wählen',
    changedEveryOther: 'Geändert. Jede andere Sitzung ist beendet',
    loadingYourAccount: 'Dein Konto wird geladen',
  },
  'member/places': {
    profile: 'Profil',
    nameAndEmail: 'Name und E-Mail',
    wallets: 'Wallets',
    whereKarmaIsHeld: 'Wo Karma liegt und hin bezahlt wird',
    password: 'Passwort',
    aWayInWithout: 'Ein Weg hinein ohne Wallet',
    sessions: 'Sitzungen',
    whereYouAreSigned: 'Wo du angemeldet bist',
    closet: 'Schrank',
    whatYouHaveAnd: 'Was du hast und suchst',
    shipTo: 'Lieferadresse',
    whereShopsSendYour: 'Wohin Shops deine Paare senden',
    payment: 'Zahlung',
    aCardThatOnly: 'Eine Karte, die nur der Assistent öffnen kann',
    alerts: 'Alerts',
    whatYouHearOf: 'Was du hörst, und wann',
    conduct: 'Verhalten',
    whatModeratorsDecided: 'Was die Moderation entschieden hat, und wen du blockierst',
    yourData: 'Deine Daten',
    allOfItAs: 'Alle, als Datei',
    deleteWord: 'Löschen',
    leaveAndLeaveNothing: 'Geh, und lass nichts zurück',
  },
  'member/profile': {
    username: 'Benutzername',
    n3To30Letters: '3 bis 30 Buchstaben, Ziffern oder _. Andere sehen ihn an deinen Meldungen.',
    saveName: 'Namen speichern',
    email: 'E-Mail',
    aWayToSign:
      'Ein Weg, dich anzumelden, und wohin Shops deine Bestellungen melden. Leer: Es wird keine behalten.',
    saveEmail: 'E-Mail speichern',
    loadingYourProfile: 'Dein Profil wird geladen',
    name: 'Name',
    whoeverHasYourEmail: 'Wer deine E-Mail hat, hat einen Weg hinein.',
  },
  'member/prove': {
    yourPassword: 'Dein Passwort',
    withTheDemoWallet: 'mit der Demo-Wallet',
    withAWallet: '{verb} mit einer Wallet',
    or: 'oder',
  },
  'member/saved': { saved: 'Gespeichert' },
  'member/sessions': {
    thisOne: 'Diese hier',
    signedIn: 'Angemeldet',
    active: '· aktiv',
    signOut: 'Abmelden',
    end: 'Beenden',
    theSessionOf: 'die Sitzung von',
    loadingYourSessions: 'Deine Sitzungen werden geladen',
    sessions: 'Sitzungen',
    endAllOthers: 'Alle anderen beenden',
  },
  'member/settings-nav': { settings: 'Einstellungen', you: 'Du' },
  'member/wallets': {
    unlink: 'Lösen',
    itsKarmaStaysIn:
      'Ihr Karma bleibt in ihr, zählt aber nicht mehr für dich. Du kannst sie wieder verknüpfen; niemand sonst kann das 30 Tage lang.',
    keepIt: 'Behalten',
    awardsGoHere: 'Gutschriften gehen hierher',
    sendAwardsHere: 'Gutschriften hierher senden',
    to: ', an',
    linked: 'verknüpft',
    noWalletYetKarma: 'Noch keine Wallet. Karma, das du verdienst, wartet, bis du eine verknüpfst.',
    laterAwardsGoThere: 'Spätere Gutschriften gehen dorthin',
    youSignOneMessage: 'Du signierst eine Nachricht damit. Kein Gas, keine Freigabe, nichts bewegt sich.',
    linked2: 'Verknüpft',
    loadingYourWallets: 'Deine Wallets werden geladen',
    walletsAreAWay: 'Wallets sind ein Weg hinein, und dorthin geht dein Karma.',
    yours: 'Deine',
    anotherOne: 'Noch eine',
    yourFirst: 'Deine erste',
  },
}
