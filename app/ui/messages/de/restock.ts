import type { words as confirm } from '../restock/confirm.ts'
import type { words as disputeForm } from '../restock/dispute-form.ts'
import type { words as filters } from '../restock/filters.ts'
import type { words as photos } from '../restock/photos.ts'
import type { words as reportForm } from '../restock/report-form.ts'
import type { words as restockCard } from '../restock/restock-card.ts'
import type { words as restockList } from '../restock/restock-list.ts'
import type { words as sizeCell } from '../restock/size-cell.ts'
import type { words as sneakerPicker } from '../restock/sneaker-picker.ts'
import type { words as standing } from '../restock/standing.ts'
import type { words as ticker } from '../restock/ticker.ts'

export const restockGerman: {
  'restock/confirm': typeof confirm
  'restock/dispute-form': typeof disputeForm
  'restock/filters': typeof filters
  'restock/photos': typeof photos
  'restock/report-form': typeof reportForm
  'restock/restock-card': typeof restockCard
  'restock/restock-list': typeof restockList
  'restock/size-cell': typeof sizeCell
  'restock/sneaker-picker': typeof sneakerPicker
  'restock/standing': typeof standing
  'restock/ticker': typeof ticker
} = {
  'restock/confirm': {
    othersSawItToo: 'Andere haben es auch gesehen.',
    anotherMemberHasTo: 'Ein anderes Mitglied muss es bestätigen.',
    yourReport: 'Deine Meldung.',
    youConfirmedThis: '✓ Du hast das bestätigt',
    signInToConfirm: 'Anmelden und bestätigen',
    confirm: 'Bestätigen',
  },
  'restock/dispute-form': {
    disputedNothingIsPaid: '✓ Bestritten. Nichts wird dafür bezahlt, bis die Moderation entscheidet, oder',
    notTrue: 'Stimmt nicht?',
    whatIsWrong: 'Was daran falsch ist',
    aModeratorReadsThis:
      'Die Moderation liest das. Wer in böser Absicht bestreitet, verliert das Recht dazu.',
    disputeIt: 'Bestreiten',
  },
  'restock/filters': {
    monitors: 'Monitore',
    members: 'Mitglieder',
    pair: 'Paar',
    everyPair: 'Jedes Paar',
    sizeUs: 'Größe, US',
    shop: 'Shop',
    everyShop: 'Jeder Shop',
    city: 'Stadt',
    everywhere: 'Überall',
    seenBy: 'Gesehen von',
    anyone: 'Allen',
    onlyWhatIsStill: 'Nur, was noch da ist',
    onePair: 'Ein Paar',
    oneShop: 'Ein Shop',
    oneCity: 'Eine Stadt',
    seenByMonitors: 'Von Monitoren gesehen',
    seenByMembers: 'Von Mitgliedern gesehen',
    stillThere: 'Noch da',
    filtersThatAreOn: 'Aktive Filter',
    takeOff: '{words}: wegnehmen',
    filters: 'Filter',
    showThese: 'Diese zeigen',
  },
  'restock/photos': { atAsAMember: '{name} bei {name2}, wie ein Mitglied es sah, {value} von {length}' },
  'restock/report-form': {
    shop: 'Shop',
    chooseTheShop: 'Wähl den Shop',
    priceOnTheTag: 'Preis auf dem Schild, USD',
    leaveItEmptyIf: 'Lass es leer, wenn du keinen gesehen hast.',
    note: 'Notiz',
    howManyWhichShelf: 'Wie viele, welches Regal, wie lang die Schlange ist.',
    usSizeOnThe: 'US-Größe im Regal',
    sendReport: 'Meldung senden',
    loadingSneakers: 'Sneaker werden geladen',
    loadingShops: 'Shops werden geladen',
  },
  'restock/restock-card': {
    usSize: 'US-Größe',
    us: 'US',
    oneSize: 'Eine Größe',
    price: 'Preis',
    confirmations: 'Bestätigungen',
    seenBy: '· gesehen von',
    theMonitor: 'dem Monitor',
    readOnItsPage: 'Auf der Seite gelesen:',
    counted: { one: '1 Bestätigung', other: '{n} Bestätigungen' },
  },
  'restock/restock-list': {
    noneLikeThis: 'Nichts davon',
    leaveThisPageOpen: 'Lass diese Seite offen: Der nächste kommt von selbst herein.',
    seeAllRestocks: 'Alle Restocks ansehen',
    noRestocksYetToday: 'Heute noch keine Restocks',
    seeAPairOn: 'Siehst du ein Paar im Regal? Sei zuerst: Eine bestätigte Meldung bringt 10 Karma.',
    reportARestock: 'Restock melden',
    oneCame: 'Einer kam',
    came: '{missed} kamen',
    youWereAwayFor:
      'Du warst länger weg, als Alerts behalten werden. Die Liste unten ist vollständig; was inzwischen kam, hat nicht geklingelt.',
    whileYouWereNot:
      '{count}, während du nicht verbunden warst. Sie stehen in der Liste, als verspätet markiert.',
    theOneYouCame: 'Der, für den du gekommen bist',
    loadingTheRestock: 'Der Restock wird geladen',
    allOfThisPair: 'Alle von diesem Paar, dieser Größe und diesem Shop',
    loadingRestocks: 'Restocks werden geladen',
    showOlderOnes: 'Ältere zeigen',
  },
  'restock/size-cell': { usSize: 'US-Größe', one: 'One' },
  'restock/sneaker-picker': { sneaker: 'Sneaker' },
  'restock/standing': {
    gone: 'Weg',
    toBeOrderedAhead: 'Vorzubestellen',
    atTheShopNow: 'Jetzt im Shop',
    confirmed: 'Bestätigt',
    unconfirmed: 'Unbestätigt',
    cameWhileYouWere: 'kam, während du nicht verbunden warst',
    withYou: 'bei dir',
    afterTheShopWas: 'nachdem der Shop gefragt wurde',
    read: 'gelesen',
    sure: '% sicher',
    gone2: 'weg',
  },
  'restock/ticker': {
    loadingRestocks: 'Restocks werden geladen',
    quietOutThereThe: 'Still da draußen. Die erste Meldung des Tages zieht die meisten Augen an.',
  },
}
