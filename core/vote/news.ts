import { hasWon, type ProposalFacts, proposalState } from './states.ts'

/** What members are told of a proposal. */
export const voteNews = ['open', 'won', 'lost', 'in-force'] as const
export type VoteNews = (typeof voteNews)[number]

/** What of a proposal is news by now; undefined while it waits, and when it was taken back. Pure. */
export function newsOf(facts: ProposalFacts): VoteNews | undefined {
  const state = proposalState(facts)
  if (state === 'active') return 'open'
  if (state === 'executed') return 'in-force'
  if (state === 'pending' || state === 'canceled') return undefined
  return hasWon(facts) ? 'won' : 'lost'
}
