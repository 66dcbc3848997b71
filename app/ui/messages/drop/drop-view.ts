import { inWords } from '../in-words.ts'

export const words = inWords('drop/drop-view', {
  karma: '{min_karma} karma',
  pass: 'pass {pass_tier}',
  or: ' or ',
  price: 'Price',
  gate: 'Gate',
  opened: 'Opened',
  opens: 'Opens',
  style: 'Style',
  sizesAtEveryShop: '{style_code}: sizes at every shop',
  shop: 'Shop',
  snapshot: 'Snapshot',
  karmaCountsThatWas: 'Karma counts that was held from then on.',
  loadingTheDrop: 'Loading the drop',
  copIt: 'Cop it',
  sizeRun: 'Size run',
  none: 'none',
})
