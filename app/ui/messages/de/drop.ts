import type { words as addressFields } from '../drop/address-fields.ts'
import type { words as checkoutForm } from '../drop/checkout-form.ts'
import type { words as dropList } from '../drop/drop-list.ts'
import type { words as dropView } from '../drop/drop-view.ts'
import type { words as gate } from '../drop/gate.ts'
import type { words as modeChoice } from '../drop/mode-choice.ts'
import type { words as securityCode } from '../drop/security-code.ts'
import type { words as shipTo } from '../drop/ship-to.ts'
import type { words as sizeLegend } from '../drop/size-legend.ts'
import type { words as sizeRun } from '../drop/size-run.ts'
import type { words as standing } from '../drop/standing.ts'
import type { words as wishes } from '../drop/wishes.ts'

export const dropGerman: {
  'drop/address-fields': typeof addressFields
  'drop/checkout-form': typeof checkoutForm
  'drop/drop-list': typeof dropList
  'drop/drop-view': typeof dropView
  'drop/gate': typeof gate
  'drop/mode-choice': typeof modeChoice
  'drop/security-code': typeof securityCode
  'drop/ship-to': typeof shipTo
  'drop/size-legend': typeof sizeLegend
  'drop/size-run': typeof sizeRun
  'drop/standing': typeof standing
  'drop/wishes': typeof wishes
} = {
  'drop/address-fields': {
    fullName: 'Voller Name',
    streetAndNumber: 'Straße und Hausnummer',
    city: 'Stadt',
    state: 'Bundesstaat',
    zipCode: 'ZIP-Code',
    country: 'Land',
    twoLettersSuchAs: 'Zwei Buchstaben, etwa US.',
  },
  'drop/checkout-form': {
    mostYouWillPay: 'Das Meiste, das du zahlst, mit Versand und Steuer',
    dollarsAndCentsSuch: 'Dollar und Cent, etwa 150.00',
    aboveThisTheAssistant: 'Darüber hält der Assistent an und übergibt an dich.',
    requestCheckout: 'Checkout anfragen',
    theGateIsClosed: 'Das Gate ist für dich gerade zu: Eine Anfrage wird abgelehnt, bis es öffnet.',
    oneOrderPerDrop: 'Eine Bestellung pro Drop. Du siehst die Summe, bevor etwas gekauft wird.',
    n3Or4Digits: '3 oder 4 Ziffern',
  },
  'drop/drop-list': {
    youAreIn: 'Du bist dabei',
    openToAll: 'Offen für alle',
    pass: 'Pass',
    karma: 'Karma',
    openNow: 'Jetzt offen',
    opens: 'Öffnet ',
    loadingDrops: 'Drops werden geladen',
    noDropsOnThe: 'Keine Drops im Kalender',
    watchTheRestocks:
      'Schau solange auf die Restocks; Karma, das du jetzt verdienst, öffnet das nächste Gate.',
  },
  'drop/drop-view': {
    karma: '{min_karma} Karma',
    pass: 'Pass {pass_tier}',
    or: ' oder ',
    price: 'Preis',
    gate: 'Gate',
    opened: 'Geöffnet',
    opens: 'Öffnet',
    style: 'Style',
    sizesAtEveryShop: '{style_code}: Größen in jedem Shop',
    shop: 'Shop',
    snapshot: 'Stichtag',
    karmaCountsThatWas: 'Es zählt Karma, das seitdem gehalten wurde.',
    loadingTheDrop: 'Der Drop wird geladen',
    copIt: 'Cop ihn',
    sizeRun: 'Größen',
    none: 'keins',
  },
  'drop/gate': {
    ofKarma: '{held} von {required} Karma',
    held: 'gehalten',
    asked: 'verlangt',
    thisDropAsksFor: 'Dieser Drop verlangt',
    orForAPass: ', oder einen Pass der Stufe {tier}',
    signInToSee: '. Melde dich an, um zu sehen, ob du drin bist.',
    signInToRequest: 'Melde dich an, um einen Checkout anzufragen.',
    thisDropAsksFor2:
      'Dieser Drop verlangt einen Pass der Stufe {tier} oder höher. Melde dich an, um zu sehen, ob du drin bist.',
    signIn: 'Anmelden',
    reportARestock: 'Restock melden',
    getAPass: 'Pass holen',
    theGate: 'Das Gate',
    open: 'Offen',
    closed: 'Zu',
  },
  'drop/mode-choice': {
    reviewThenBuy: 'Prüfen, dann kaufen',
    weWalkTheShop: 'Wir gehen durch den Shop und halten bei der Summe. Du sagst Ja oder Nein.',
    buyWithoutAsking: 'Ohne Rückfrage kaufen',
    withinYourLimitWith: 'Innerhalb deines Limits, ohne zweiten Blick. Will ein Shop einen, bekommt er ihn.',
    dryRun: 'Probelauf',
    weWalkTheShop2: 'Wir gehen durch den Shop bis zur Summe und halten an. Nichts wird gekauft.',
    mode: 'Modus',
  },
  'drop/security-code': {
    securityCodeOfYour: 'Sicherheitscode deiner Karte',
    sealedInThisBrowser:
      'In diesem Browser für diese eine Bestellung versiegelt, und weg, wenn sie endet. Lass ihn weg, um im Shop gefragt zu werden.',
  },
  'drop/ship-to': {
    changeAddress: 'Adresse ändern',
    keepThisAsMy: 'Als meine Adresse behalten',
    shipTo: 'Lieferadresse',
    fillInADemo: 'Demo-Adresse eintragen',
    enterAnAddress: 'Adresse eingeben',
    emailForTheShop: 'E-Mail für den Shop',
    theShopSendsThe: 'Der Shop schickt die Bestellung dorthin. SNPD behält sie nur bei diesem Checkout.',
  },
  'drop/size-run': { usSize: 'US-Größe' },
  'drop/size-legend': {
    seenOnAShelf: 'binnen eines Tages im Regal gesehen, und bestätigt',
    yourOwnCheckoutFound: 'dein eigener Checkout fand es ausverkauft',
    soldNowSentLater: 'jetzt verkauft, später versendet',
    noConfirmedReportToday: 'heute keine bestätigte Meldung. Der Assistent fragt den Shop.',
    sawThisPairIn: 'Hast du dieses Paar in einem Shop gesehen?',
    sayWhichSize: 'Sag, welche Größe',
  },
  'drop/standing': { yourCheckoutUs: 'Dein Checkout, US' },
  'drop/wishes': {
    whateverTheShopTakes: 'Was der Shop nimmt',
    card: 'Karte',
    cashOnDelivery: 'Nachnahme',
    invoice: 'Rechnung',
    bankTransfer: 'Überweisung',
    delivery: 'Lieferung',
    theCheapest: 'Die günstigste',
    theFastest: 'Die schnellste',
    payBy: 'Zahlen mit',
  },
}
