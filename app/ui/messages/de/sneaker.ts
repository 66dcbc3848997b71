import type { words as cellDetail } from '../sneaker/cell-detail.ts'
import type { words as sneakerView } from '../sneaker/sneaker-view.ts'
import type { words as stockCell } from '../sneaker/stock-cell.ts'
import type { words as stockGrid } from '../sneaker/stock-grid.ts'

export const sneakerGerman: {
  'sneaker/cell-detail': typeof cellDetail
  'sneaker/sneaker-view': typeof sneakerView
  'sneaker/stock-cell': typeof stockCell
  'sneaker/stock-grid': typeof stockGrid
} = {
  'sneaker/cell-detail': {
    at: 'bei',
    readOnItsPage: 'Auf der Seite gelesen:',
    of: 'von „',
    sure: '% sicher',
    soSince: 'so seit',
    seen: 'gesehen',
    tellMeWhenIt: 'Sag mir, wenn es hierher zurückkommt',
    goToTheShop: 'Zum Shop',
  },
  'sneaker/sneaker-view': {
    nothingAnnouncedFor: 'Für dieses Paar ist nichts angekündigt.',
    itsCalendar: 'Sein Kalender',
    loadingRestocks: 'Restocks werden geladen',
    nobodyHasSeenIt: 'Noch niemand hat es gesehen.',
    reportARestock: 'Restock melden',
    allOfItsRestocks: 'Alle Restocks davon',
    loadingThePair: 'Das Paar wird geladen',
    sizesAndShops: 'Größen und Shops',
    tellMe: 'Sag es mir',
    prices: 'Preise',
    dates: 'Termine',
    restocks: 'Restocks',
  },
  'sneaker/stock-cell': {
    allSizes: 'alle Größen',
    inStock: 'vorrätig',
    soldOut: 'ausverkauft',
    toBeOrderedAhead: 'vorzubestellen',
    noWordFromThe: 'nichts vom Shop gehört',
    at: '{size} bei {name}: {value}{value2}',
  },
  'sneaker/stock-grid': {
    seen: 'gesehen',
    sizesByShops: 'Größen nach Shops',
    us: 'US',
    notSold: 'nicht im Sortiment',
    loadingWhatTheShop: 'Was der Shop sagt, wird geladen',
    pressASizeTo: 'Drück auf eine Größe und sieh, was der Shop dazu sagt.',
    askingWhatMonitorsSee: 'Monitore werden gefragt',
    nobodyWatchesItYet: 'Noch beobachtet es niemand',
    noMonitorLooksAt:
      'Kein Monitor schaut in einem Shop nach diesem Paar. Was Mitglieder an Regalen sehen, steht unten.',
    online: 'online',
  },
}
