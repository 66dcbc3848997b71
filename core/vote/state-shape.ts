import { z } from 'zod'
import { type ProposalState, proposalStates } from './states.ts'

/** Apart from the states: pages that know them need no zod. */
export const proposalStateShape = z.enum(Object.keys(proposalStates) as [ProposalState, ...ProposalState[]])
