/** What members of a class do on a day, on average. Assumptions: SNPD has no past yet to measure them by. */
export type Habit = {
  /** Reports of restocks that are there. */
  real: number
  /** Reports of restocks that are not. */
  fake: number
  /** Reports of others that they go to see, and confirm when the pair is there. */
  looks: number
  /** Reports of others that they confirm from where they sit. */
  blind: number
}

/** Honest members, by how much they do; the shares add up to one. */
export const honest = {
  lurker: { share: 0.6, real: 0.02, fake: 0, looks: 0.15, blind: 0 },
  casual: { share: 0.27, real: 0.15, fake: 0, looks: 0.5, blind: 0 },
  regular: { share: 0.1, real: 1, fake: 0, looks: 1.5, blind: 0 },
  devoted: { share: 0.03, real: 3, fake: 0, looks: 4, blind: 0 },
} as const satisfies Record<string, Habit & { share: number }>

/** Who farms alone. */
export const farmers = {
  inventor: { share: 0.01, real: 0, fake: 10, looks: 0, blind: 0 },
  'blind confirmer': { share: 0.01, real: 0, fake: 0, looks: 0, blind: 30 },
} as const satisfies Record<string, Habit & { share: number }>

export type Strategy = Habit & {
  /** Whom of the ring the n-th member confirms on a day: all others, one other that changes daily, or the next one. */
  vouch: 'all' | 'pair' | 'next' | 'washers'
  /** What the product can see that they share. */
  shares: 'nothing' | 'browser' | 'till'
}

/** Of a ring that washes its word: so many only confirm, and confirm others' reports twice as often besides. */
export const WASHERS = 6

/** How rings farm. */
export const strategies = {
  clique: { real: 0, fake: 10, looks: 0, blind: 0, vouch: 'all', shares: 'nothing' },
  'rotating pairs': { real: 0, fake: 10, looks: 0, blind: 0, vouch: 'pair', shares: 'nothing' },
  line: { real: 0, fake: 10, looks: 0, blind: 0, vouch: 'next', shares: 'nothing' },
  'one browser': { real: 0, fake: 10, looks: 0, blind: 0, vouch: 'all', shares: 'browser' },
  'one till': { real: 0, fake: 10, looks: 0, blind: 0, vouch: 'all', shares: 'till' },
  'many devices, busy': { real: 0, fake: 10, looks: 0, blind: 20, vouch: 'all', shares: 'nothing' },
  'slow and patient': { real: 0, fake: 1, looks: 0, blind: 0.5, vouch: 'all', shares: 'nothing' },
  'a fifth is true': { real: 0.2, fake: 0.8, looks: 0, blind: 0.5, vouch: 'all', shares: 'nothing' },
  'washed words': { real: 0.1, fake: 1, looks: 0, blind: 0, vouch: 'washers', shares: 'nothing' },
} as const satisfies Record<string, Strategy>
export type StrategyName = keyof typeof strategies
