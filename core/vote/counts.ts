import type { ProposalState } from './states.ts'

/** How one account stands to one proposal. */
export type VoterFacts = {
  state: ProposalState
  /** wei of karma ever earned, by now */
  earned: bigint
  /** Its own address when switched on, another's when given away, null while off; as it is now. */
  votesWith: string | null
  account: string
  /** Votes it has in this proposal, wei: at the moment it opened, or now while it is pending. */
  weight: bigint
  /** 0 against, 1 for, 2 abstain */
  voted: 0 | 1 | 2 | null
}

/**
 * Whether the account's vote counts, and why not: `voted`; `counts`; `too-late`: switched on or earned after it opened;
 * `off`: never switched on; `given`: counts among somebody else's; `nothing-earned`; `over`: no votes are taken any more.
 */
export const standings = ['voted', 'counts', 'too-late', 'off', 'given', 'nothing-earned', 'over'] as const
export type Standing = (typeof standings)[number]

/** Says plainly whether a vote counts. Pure. */
export function standingOf({ state, earned, votesWith, account, weight, voted }: VoterFacts): Standing {
  if (voted !== null) return 'voted'
  if (state !== 'pending' && state !== 'active') return 'over'
  // Others may have given theirs: then it counts with nothing earned.
  if (weight > 0n) return 'counts'
  if (votesWith !== null && votesWith !== account) return 'given'
  if (earned === 0n) return 'nothing-earned'
  return votesWith === null ? 'off' : 'too-late'
}
