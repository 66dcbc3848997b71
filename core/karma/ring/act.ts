/** An act that others vouched for: a report and who confirmed it, a trade and its other side, a delegate and who chose them. */
export type Vouched = {
  /** Whose act it is. */
  owner: string
  /** Who vouched for it, each once; nobody vouches for oneself. */
  vouchers: readonly string[]
}

/** What is known around one member. Ids are opaque. */
export type Neighbourhood = {
  member: string
  /** Those whose acts are known, in the order they were asked about: the member first. All others are outside. */
  explored: ReadonlySet<string>
  /** Every vouched act of the explored in the last `windowDays` days. */
  acts: readonly Vouched[]
  /** How many acts each of their vouchers vouched for in that time, whoever's they were. */
  given: ReadonlyMap<string, number>
  /** Of those vouchers, who confirm about everything there is: their word says nothing about an act. */
  busy: ReadonlySet<string>
  /** Members active in that time, all in all. */
  active: number
}
