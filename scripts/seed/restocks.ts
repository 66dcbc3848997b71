/** What the demo's members saw: minutes before the first start, newest last, so that ids and times agree. */
export type DemoRestock = {
  style_code: string
  store: string
  size: string
  by: string
  confirmedBy: string[]
  minutesAgo: number
  note?: string
  price_minor?: number
}

export const demoMembers = ['maya_k', 'low_top_leo', 'jules_in_bk', 'dre_sees_soles', 'nightbus_nina']

export const demoRestocks: DemoRestock[] = [
  {
    style_code: 'OKT-702-001',
    store: 'second-lace-chicago',
    size: '10',
    by: 'nightbus_nina',
    confirmedBy: ['dre_sees_soles', 'maya_k'],
    minutesAgo: 1130,
    note: 'Full wall of them, back left.',
  },
  {
    style_code: 'MRN-0007-210',
    store: 'foghorn-kicks',
    size: '9.5',
    by: 'low_top_leo',
    confirmedBy: ['jules_in_bk'],
    minutesAgo: 410,
    price_minor: 12999,
  },
  {
    style_code: 'HLR-3300-072',
    store: 'peachtree-pairs',
    size: '11',
    by: 'dre_sees_soles',
    confirmedBy: [],
    minutesAgo: 265,
    note: 'Two pairs left when I walked out.',
  },
  {
    style_code: 'HLR-2210-004',
    store: 'corner-brooklyn',
    size: '8.5',
    by: 'jules_in_bk',
    confirmedBy: ['nightbus_nina', 'low_top_leo'],
    minutesAgo: 148,
    price_minor: 17500,
  },
  {
    style_code: 'OKT-500-012',
    store: 'alameda-sole-la',
    size: '7W',
    by: 'maya_k',
    confirmedBy: ['low_top_leo'],
    minutesAgo: 52,
    note: 'Women sizes only, 6W to 8W.',
  },
  {
    style_code: 'MRN-0031-600',
    store: 'bayou-court',
    size: '12',
    by: 'low_top_leo',
    confirmedBy: ['maya_k'],
    minutesAgo: 21,
    price_minor: 14999,
    note: 'Marked down at the register.',
  },
]
