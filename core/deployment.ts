import { z } from 'zod'

const hex = (digits: number) =>
  z.templateLiteral(['0x', z.string().regex(new RegExp(`^[0-9a-f]{${digits}}$`))], 'lower-case 0x hex')

/** Where one community's contracts live: what scripts/deploy writes and every process reads. */
export const deploymentShape = z.strictObject({
  /** EIP-155. */
  chain_id: z.int().positive(),
  /** Number of the block of the first contract; no event of ours is older. */
  start_block: z.int().min(0),
  karma: hex(40),
  access_pass: hex(40),
  access_manager: hex(40),
  /** keccak256 of the karma rules that awards are minted under. */
  ruleset: hex(64),
})
export type Deployment = z.infer<typeof deploymentShape>
