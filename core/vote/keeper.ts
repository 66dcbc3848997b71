import { type ProposalFacts, proposalState } from './states.ts'

export type KeeperStep = 'queue' | 'execute'
export type KeeperFacts = ProposalFacts & {
  /** When a queued one can be executed. */
  eta: Date | null
}

/** What anybody may do now to bring a proposal on; null: nothing. Pure. */
export function dueStep(facts: KeeperFacts): KeeperStep | null {
  const state = proposalState(facts)
  if (state === 'succeeded') return 'queue'
  if (state === 'queued' && facts.eta !== null && facts.eta <= facts.now) return 'execute'
  return null
}
