/** The life of a case: what members or votes brought before the moderators. No state is stored, so none can be wrong. */
export const caseStates = {
  /** Waits for a moderator. */
  open: ['claimed'],
  /** A moderator looks at it. Given back, or after a while, it is anyone's again. */
  claimed: ['open', 'removed', 'kept'],
  /** Nothing was wrong; what hid the post is undone. */
  kept: [],
  /** Taken down. Its author has a while to appeal. */
  removed: ['appealed'],
  /** Waits for another moderator than the one who decided. */
  appealed: ['upheld', 'restored'],
  upheld: [],
  /** The appeal was right: the post is back, its strike is lifted. */
  restored: [],
} as const satisfies Record<string, readonly string[]>
export type CaseState = keyof typeof caseStates

export type CaseFacts = {
  outcome: 'removed' | 'kept' | null
  /** null while nobody has it */
  claimedUntil: Date | null
  /** undefined: none; null: not decided yet */
  appealGranted: boolean | null | undefined
  now: Date
}

/** The state that the facts add up to. Pure. */
export function caseState({ outcome, claimedUntil, appealGranted, now }: CaseFacts): CaseState {
  if (outcome === null) return claimedUntil && claimedUntil > now ? 'claimed' : 'open'
  if (outcome === 'kept' || appealGranted === undefined) return outcome
  if (appealGranted === null) return 'appealed'
  return appealGranted ? 'restored' : 'upheld'
}
