/**
 * The life of a proposal. Its state is never stored: `proposalState` reads it off the mirror's facts and the clock, as the
 * governor itself does. What a reorg takes back leaves facts that say something else.
 * Source: OpenZeppelin Governor, ProposalState.
 */
export const proposalStates = {
  /** Made; whose votes count, and how much, is fixed at the moment it opens. */
  pending: ['active', 'canceled'],
  /** Open for votes. */
  active: ['succeeded', 'defeated'],
  /** Won: the keeper, or anyone, puts it into the timelock. */
  succeeded: ['queued'],
  /** Waits in the timelock, so that everyone sees what comes. */
  queued: ['executed', 'canceled'],
  /** In force. */
  executed: [],
  /** Lost, or too few voted. */
  defeated: [],
  /** Taken back by its author before it opened, or called off by the timelock. */
  canceled: [],
} as const satisfies Record<string, readonly string[]>
export type ProposalState = keyof typeof proposalStates

/** True when nothing more will happen to a proposal in this state, but for a reorg. */
export function isProposalEnd(state: ProposalState): boolean {
  return proposalStates[state].length === 0
}

/** wei of karma ever earned. */
export type Tally = { for: bigint; against: bigint; abstain: bigint }

export type ProposalFacts = {
  /** The last thing that the mirror shows of it; null: nothing since it was made. */
  step: 'queued' | 'executed' | 'canceled' | null
  /** From the first second after this on members vote; weights are those of this second. */
  voteStart: Date
  /** The last second in which a vote counts. */
  voteEnd: Date
  tally: Tally
  /** wei that must be for it or abstain */
  quorum: bigint
  now: Date
}

/** Enough took part: those for it and those who abstain count, as in the contract. */
function hasQuorum({ tally, quorum }: Pick<ProposalFacts, 'tally' | 'quorum'>): boolean {
  return tally.for + tally.abstain >= quorum
}

/** Enough took part, and more are for it than against. */
export function hasWon(facts: Pick<ProposalFacts, 'tally' | 'quorum'>): boolean {
  return hasQuorum(facts) && facts.tally.for > facts.tally.against
}

/** Where a proposal stands. Pure. */
export function proposalState(facts: ProposalFacts): ProposalState {
  const { step, voteStart, voteEnd, now } = facts
  if (step !== null) return step
  if (now <= voteStart) return 'pending'
  if (now <= voteEnd) return 'active'
  return hasWon(facts) ? 'succeeded' : 'defeated'
}
