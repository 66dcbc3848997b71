import { z } from 'zod'
import { bytesShape, uintShape } from './request.ts'

/** A vote as a member's browser sends it: what was signed, the chain it was signed for, and the signature. */
export const voteShape = z.strictObject({
  /** EIP-155 */
  chain_id: z.int().positive(),
  proposal_id: uintShape,
  /** 0 against, 1 for, 2 abstain */
  support: z.union([z.literal(0), z.literal(1), z.literal(2)]),
  voter: bytesShape('20'),
  signature: bytesShape('65'),
})
export type Vote = z.infer<typeof voteShape>
