import type { ProposalState } from '../../../core/vote/states.ts'
import { proposalWords } from '../messages/en-votes.ts'
import { Mark } from '../parts/mark.tsx'

const tones = {
  ...{ pending: 'plain', active: 'live', succeeded: 'solid', queued: 'solid' },
  ...{ executed: 'solid', defeated: 'plain', canceled: 'plain' },
} as const satisfies Record<ProposalState, 'live' | 'plain' | 'solid'>

export function StateMark({ state }: { state: ProposalState }) {
  return <Mark tone={tones[state]}>{proposalWords[state]}</Mark>
}
