import type { Family, Place } from './family.ts'

/** The terms of a tier from now on; `period` in seconds. */
export type Tier = Place & { tier: number; price: bigint; period: number; minEarned: bigint }

export const tiers: Family<Tier> = {
  table: 'tier',
  columns: [
    { name: 'tier', type: 'smallint', of: ({ tier }) => tier },
    { name: 'price', type: 'numeric', of: ({ price }) => price },
    { name: 'period', type: 'bigint', of: ({ period }) => period },
    { name: 'min_earned', type: 'numeric', of: ({ minEarned }) => minEarned },
  ],
}
