import type { LevelNeeds, TrustLevel } from './trust.ts'

/** Budgets are kept per category: one busy corner of the product cannot use up what the others may issue. */
export type Category = 'intel' | 'checkouts' | 'community' | 'trades' | 'moderation' | 'adapters'

/** An act that earns. */
export type AwardRule = {
  /** The act it rewards; also the rule's name. */
  on: string
  /** wei of karma for the first act of a day, once per member and act */
  award: bigint
  /** Awards of this rule that one member can earn per UTC day; reversed ones do not count. */
  capPerDay: number
  /** The first `full` awards of a day are whole; each later one is worth `each` basis points of the one before. */
  repeats: { full: number; each: number }
  needs: {
    /** Independent members who must confirm the act before its award starts to mature. */
    confirmations: number
    /** Below this level the act can be done and earns nothing. */
    trust: TrustLevel
  }
  category: Category
  /** The award is minted after this wait, and can be reversed until then. */
  maturesAfter: 'challenge-window'
}

/** An act that costs: the contract takes it, the rule says how much. */
export type CostRule = { on: string; cost: bigint; category: 'raffles' }

export type Rule = AwardRule | CostRule

/** Everything that decides who earns what: what a mint's `ruleset` is the hash of. */
export type Ruleset = {
  /** Raised with every change of what is shipped. */
  version: number
  rules: Readonly<Record<string, Rule>>
  /** Length of an epoch in days; epoch 0 began in 1970. */
  epochDays: number
  /** wei that each category may issue per epoch */
  budgets: Readonly<Record<Category, bigint>>
  places: {
    /** wei of scout bonuses that a city cell has per epoch */
    cityPool: bigint
    /** wei of a city's pool that one member can have per epoch */
    memberShare: bigint
  }
  /** What each level above `new` asks for. */
  trust: Readonly<Record<Exclude<TrustLevel, 'new'>, LevelNeeds>>
  challenges: {
    /** A challenged award can be held this much longer than its window, and no longer, however often it is challenged. */
    holdSeconds: number
    /** Who challenged in bad faith cannot do so again for this long. */
    suspendDays: number
    /** Challenges that a member of each level can have open at once. */
    open: Readonly<Record<TrustLevel, number>>
  }
}

/** Whether the rule pays. */
export function isAward(rule: Rule): rule is AwardRule {
  return 'award' in rule
}
