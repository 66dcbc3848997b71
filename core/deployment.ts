import { z } from 'zod'

const hex = (digits: number) =>
  z.templateLiteral(['0x', z.string().regex(new RegExp(`^[0-9a-f]{${digits}}$`))], 'is not lower-case 0x hex')

const address = hex(40)

/** Where one community's contracts live: what scripts/deploy writes and every process reads. */
export const deploymentShape = z.strictObject({
  /** EIP-155. */
  chain_id: z.int().positive(),
  /** Number of the block of the first contract; no event of ours is older. */
  start_block: z.int().min(0),
  /** keccak256 of the karma rules that awards are minted under. */
  ruleset: hex(64),
  /** Knows the roles. */
  access_manager: address,
  /** ERC-2771: calls it relays count as their signer's. */
  forwarder: address,
  karma: address,
  access_pass: address,
  /** Verifies drand rounds. */
  beacon: address,
  raffle: address,
  trade_escrow: address,
  feature_flags: address,
  /** Executes what the governor's votes decided. */
  timelock: address,
  governor: address,
  /** Closes contracts. */
  guardian: address,
})
export type Deployment = z.infer<typeof deploymentShape>
/** The fields that are addresses. */
export type ContractName = Exclude<keyof Deployment, 'chain_id' | 'start_block' | 'ruleset'>
