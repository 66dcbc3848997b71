export type CornerSize = { size: string; stock: number }
export type CornerSneaker = {
  style_code: string
  brand: string
  name: string
  colorway: string
  /** Cents, USD. */
  price_minor: number
  /** Path of the product page on the shop's origin. */
  path: string
  /** Two colours the page draws the pair with. */
  tones: [string, string]
  sizes: CornerSize[]
}

const ALL_SIZES = ['7', '7.5', '8', '8.5', '9', '9.5', '10', '10.5', '11', '12']

function sizes(soldOut: string[], stock = 40): CornerSize[] {
  return ALL_SIZES.map((size) => ({ size, stock: soldOut.includes(size) ? 0 : stock }))
}

/** What the simulated shop sells. Brands and models are invented. */
export const cornerCatalogue: readonly CornerSneaker[] = [
  {
    style_code: 'HLR-1042-101',
    brand: 'Halyard',
    name: 'Court Low',
    colorway: 'Bone / Harbor Blue',
    price_minor: 15000,
    path: '/products/halyard-court-low-bone',
    tones: ['#e9e2d3', '#2f5d8a'],
    sizes: sizes(['8', '10.5']),
  },
  {
    style_code: 'HLR-2210-004',
    brand: 'Halyard',
    name: 'Breaker 90',
    colorway: 'Graphite / Signal',
    price_minor: 17500,
    path: '/products/halyard-breaker-90-graphite',
    tones: ['#3a3d42', '#e4572e'],
    sizes: sizes(['9', '12']),
  },
  {
    style_code: 'MRN-0007-210',
    brand: 'Marrow',
    name: 'Tideline Runner',
    colorway: 'Sage / Chalk',
    price_minor: 12999,
    path: '/products/marrow-tideline-runner-sage',
    tones: ['#8fa68a', '#f3f1ea'],
    sizes: sizes(['7', '7.5']),
  },
  {
    style_code: 'MRN-0031-600',
    brand: 'Marrow',
    name: 'Slipway High',
    colorway: 'Brick / Gum',
    price_minor: 16500,
    path: '/products/marrow-slipway-high-brick',
    tones: ['#9c3d2e', '#c89b62'],
    sizes: sizes(['11']),
  },
  {
    style_code: 'OKT-500-012',
    brand: 'Okta',
    name: 'Parade',
    colorway: 'Ink / Ice',
    price_minor: 11000,
    path: '/products/okta-parade-ink',
    tones: ['#1e2436', '#bcd4de'],
    sizes: sizes(['8.5', '9.5', '10']),
  },
  {
    style_code: 'OKT-611-330',
    brand: 'Okta',
    name: 'Parade Mid',
    colorway: 'Moss / Cream',
    price_minor: 13500,
    path: '/products/okta-parade-mid-moss',
    tones: ['#56633f', '#f0e6cf'],
    sizes: sizes([]),
  },
]

export const CARE_KIT = { name: 'Shoe care kit', price_minor: 900 }
