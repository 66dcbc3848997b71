import type { words as lentPanel } from '../checkout/lent-panel.ts'
import type { words as now } from '../checkout/now.ts'
import type { words as outcomePanel } from '../checkout/outcome-panel.ts'
import type { words as purchaseList } from '../checkout/purchase-list.ts'
import type { words as purchaseView } from '../checkout/purchase-view.ts'
import type { words as reviewPanel } from '../checkout/review-panel.ts'
import type { words as screenshot } from '../checkout/screenshot.ts'
import type { words as surface } from '../checkout/surface.ts'
import type { words as timeline } from '../checkout/timeline.ts'
import type { words as wordPanel } from '../checkout/word-panel.ts'
import type { words as writing } from '../checkout/writing.ts'

export const checkoutGerman: {
  'checkout/lent-panel': typeof lentPanel
  'checkout/now': typeof now
  'checkout/outcome-panel': typeof outcomePanel
  'checkout/purchase-list': typeof purchaseList
  'checkout/purchase-view': typeof purchaseView
  'checkout/review-panel': typeof reviewPanel
  'checkout/screenshot': typeof screenshot
  'checkout/surface': typeof surface
  'checkout/timeline': typeof timeline
  'checkout/word-panel': typeof wordPanel
  'checkout/writing': typeof writing
} = {
  'checkout/lent-panel': {
    doneYouGoOn: 'Fertig, mach du weiter',
    iAmThroughHere: 'Ich bin hier durch',
    iPlacedTheOrder: 'Ich habe hier bestellt',
    stop: 'Stopp',
    yourHandsPlease: 'Deine Hände, bitte',
    thePageStaysOpen: 'Die Seite bleibt für dich offen, noch',
    moreWhileItIs:
      'lang. Solange sie dir gehört, drückt der Assistent nichts; was du bestellst, ist die eine Bestellung.',
    takeThePage: 'Die Seite nehmen',
  },
  'checkout/now': { seenAMomentAgo: 'Eben gesehen; Zahlungsfelder sind übermalt.' },
  'checkout/outcome-panel': {
    notShown: 'nicht gezeigt',
    wItIsYours: 'W. Deins',
    orderNumber: 'Bestellnummer',
    theShopWrote: 'Der Shop schrieb:',
    overToYou: 'Du bist dran',
    goOnAtThe: 'Im Shop weitermachen',
    cancelled: 'Abgebrochen',
    lNotThisTime: 'L. Diesmal nicht',
    dryRunDone: 'Probelauf fertig',
    nothingWasBought: 'Nichts wurde gekauft.',
    lookAtTheShop: 'Im Shop nachsehen',
    theOrderMayOr:
      'Vielleicht ist die Bestellung durch, vielleicht nicht; SNPD versucht es nicht noch einmal.',
    lookForAMail: 'Schau nach einer Mail oder in deine Bestellungen beim Shop, bevor du woanders kaufst.',
  },
  'checkout/purchase-list': {
    atMost: 'höchstens',
    us: 'US',
    loadingYourCheckouts: 'Deine Checkouts werden geladen',
    noCheckoutsYet: 'Noch keine Checkouts',
    pickADropAnd:
      'Wähl einen Drop und eine Größe. Der Assistent geht durch den Shop und zeigt dir die Summe, bevor etwas gekauft wird.',
    seeTheDrops: 'Zu den Drops',
  },
  'checkout/purchase-view': {
    theAssistantIsOn: 'Der Assistent ist unterwegs. Du siehst hier die Summe, bevor etwas gekauft wird.',
    cancel: 'Abbrechen',
    us: 'US',
    atMost: '· höchstens',
    theDrop: 'der Drop',
    loadingTheCheckout: 'Der Checkout wird geladen',
  },
  'checkout/review-panel': {
    size: 'Größe',
    us: 'US',
    quantity: 'Menge',
    total: 'Summe',
    yourCall: 'Du entscheidest',
    theBill: 'Die Rechnung',
    asTheShopsOwn: 'So steht es auf der Prüfseite des Shops. Erlaubt hast du höchstens',
    placeOrder: 'Bestellen:',
    cancel: 'Abbrechen',
  },
  'checkout/screenshot': { theShopsPage: 'Die Seite des Shops: {message}', close: 'Schließen' },
  'checkout/surface': {
    theShopsPageLive: 'Die Seite des Shops, live',
    openingThePage: 'Die Seite wird geöffnet',
    clickOrTapIn:
      'Klick oder tipp hinein, schreib, scroll. Escape führt heraus. Was du tippst, geht an den Shop und wird nirgends behalten.',
    notPassedOn: 'Nicht weitergegeben:',
  },
  'checkout/timeline': { steps: 'Schritte', timesInUtc: 'Zeiten in UTC' },
  'checkout/word-panel': {
    youSaidThatNothing: 'Du hast gesagt, dass nichts kam. Dieser Drop steht dir wieder offen.',
    youSaidThatThe: 'Du hast gesagt, dass die Bestellung durchging',
    itStaysYourOne: '. Sie bleibt deine eine Bestellung bei diesem Drop.',
    yourWord: 'Dein Wort',
    whatCameOfIt: 'Was wurde daraus?',
    orderNumberIfYou: 'Bestellnummer, wenn du eine hast',
    itWentThrough: 'Sie ging durch',
    nothingCame: 'Nichts kam',
    shopsBookLateThat:
      'Shops buchen spät: Dass nichts kam, kannst du eine Stunde nach dem Klick sagen. Dann kannst du diesen Drop noch einmal anfragen.',
  },
  'checkout/writing': {
    nextField: 'Nächstes Feld',
    fieldBefore: 'Feld davor',
    enter: 'Eingabe',
    deleteWord: 'Löschen',
    scrollDown: 'Nach unten scrollen',
    scrollUp: 'Nach oben scrollen',
    writeIntoThePage: 'Schreib in die Seite, dorthin, wo ihr Cursor steht',
    write: 'Schreiben',
  },
}
