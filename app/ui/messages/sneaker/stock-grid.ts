import { inWords } from '../in-words.ts'

export const words = inWords('sneaker/stock-grid', {
  seen: 'seen',
  sizesByShops: 'Sizes by shops',
  us: 'US',
  notSold: 'not sold',
  loadingWhatTheShop: 'Loading what the shop says',
  pressASizeTo: 'Press a size to see what the shop says of it.',
  askingWhatMonitorsSee: 'Asking what monitors see',
  nobodyWatchesItYet: 'Nobody watches it yet',
  noMonitorLooksAt: 'No monitor looks at a shop for this pair. What members see on shelves is below.',
  online: 'online',
})
