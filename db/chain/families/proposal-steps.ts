import type { Family, Place } from './family.ts'

/** A proposal went on; `eta`, when it can be executed, is null unless queued. */
export type ProposalStep = Place & {
  id: bigint
  step: 'queued' | 'executed' | 'canceled'
  eta: number | null
}

export const proposalSteps: Family<ProposalStep> = {
  table: 'proposal_step',
  columns: [
    { name: 'proposal_id', type: 'numeric', of: ({ id }) => id, touches: 'proposals' },
    { name: 'step', type: 'text', of: ({ step }) => step },
    { name: 'eta', type: 'timestamptz', of: ({ eta }) => eta },
  ],
}
