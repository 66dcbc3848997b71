import type { FigureName } from './measure.ts'

export type Peer = {
  name: string
  /** Measured here, in the same EVM; or quoted from the spec, or measured elsewhere. */
  of: FigureName | 'unlock' | { quoted: number }
  /** Operations in its transaction, when not as many as in ours. */
  per?: number
}
export type Bar = {
  operation: string
  ours: FigureName
  /** Operations in that transaction. */
  per: number
  /** Most gas of one operation; undefined where it is told only. */
  most?: number
  /** We must not cost more than these. */
  never: readonly Peer[]
  /** For comparison. */
  peers: readonly Peer[]
}

/** randa-mu's BLS2 is not on npm. */
const blsPeer: Peer = { name: 'randa-mu BLS2', of: { quoted: 128_512 } }

/** The gas bars of the spec, as data. */
export const bars: readonly Bar[] = [
  {
    operation: 'drand verify (execution)',
    ours: 'drand verify, execution',
    per: 1,
    most: 123_000,
    never: [blsPeer],
    peers: [{ name: 'computed floor', of: { quoted: 119_300 } }],
  },
  {
    operation: 'award, batch of 500, per new member',
    ours: 'award 500 new members',
    per: 500,
    most: 25_500,
    never: [{ name: 'plain OZ mint loop', of: 'plain OZ mint loop, 500 new' }],
    peers: [
      { name: 'OZ, packed words', of: 'OZ mint loop over packed words, 500 new' },
      { name: 'Solady, packed words', of: 'Solady mint loop over packed words, 500 new' },
      { name: 'Disperse-style', of: 'Disperse-style loop, 500 new' },
    ],
  },
  {
    operation: 'award, batch of 500, per existing member',
    ours: 'award 500 existing members',
    per: 500,
    most: 8_200,
    never: [{ name: 'plain OZ mint loop', of: 'plain OZ mint loop, 500 existing' }],
    peers: [
      { name: 'OZ, packed words', of: 'OZ mint loop over packed words, 500 existing' },
      { name: 'Solady, packed words', of: 'Solady mint loop over packed words, 500 existing' },
      { name: 'Disperse-style', of: 'Disperse-style loop, 500 existing' },
    ],
  },
  {
    operation: 'award, batch of 500, per member whose vote is on',
    ours: 'award 500 members whose votes are on',
    per: 500,
    never: [],
    peers: [],
  },
  {
    operation: 'pass purchase',
    ours: 'pass purchase',
    per: 1,
    most: 76_000,
    never: [],
    peers: [
      { name: 'Unlock PublicLock', of: 'unlock' },
      { name: 'OZ 721 + mappings', of: 'OZ 721 + mappings, purchase' },
    ],
  },
  { operation: 'pass renewal', ours: 'pass renewal', per: 1, never: [], peers: [] },
  {
    operation: 'raffle enter',
    ours: 'raffle enter',
    per: 1,
    most: 76_000,
    never: [],
    peers: [{ name: 'naive address[] push, no pass check', of: 'naive raffle, enter' }],
  },
  {
    operation: 'draw 50 winners of 10,000, verified',
    ours: 'raffle draw, 50 winners of 10,000',
    per: 1,
    most: 190_000,
    never: [],
    peers: [{ name: 'naive, no randomness', of: 'naive raffle, draw 50 of 10,000' }],
  },
  {
    operation: 'relayed enter, batch of 50, repeat member',
    ours: 'raffle enter, 50 relayed in a batch',
    per: 50,
    most: 60_000,
    never: [],
    peers: [{ name: 'direct enter', of: 'raffle enter', per: 1 }],
  },
]
