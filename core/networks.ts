import { z } from 'zod'
import { Final } from './errors.ts'

const [MINUTE, HOUR, DAY] = [60, 3_600, 86_400]

const seconds = z
  .int()
  .min(1)
  .max(2 ** 32 - 1)

/** What a community on one chain is deployed with. Times are seconds. */
export const networkShape = z.strictObject({
  name: z.string().min(1),
  /**
   * From a raffle's close to its beacon round. At least as long as the chain's clock may lag: else entries get in after
   * the round is public. Below the 14 days within which contracts/Raffle.sol may be drawn.
   */
  raffle_margin: seconds.max(14 * DAY - 1),
  /** Whose rounds decide raffles: drand's public network, or a beacon of our own with a test key (adapters/beacon). */
  beacon: z.enum(['quicknet', 'local']),
  /** How long ADMIN announces what it does; 0 only in tests. */
  admin_delay: z
    .int()
    .min(0)
    .max(2 ** 32 - 1),
  /** How long an arbiter has to rule on a trade; contracts/TradeEscrow.sol takes 90 days at most. */
  ruling_window: seconds.max(90 * DAY),
  vote: z.strictObject({
    /** From proposal to the moment whose weights count. */
    delay: seconds,
    period: seconds,
    /** Karma ever earned that a proposer needs; whole karma. */
    threshold: z.int().min(0),
    /** Of all karma ever earned. */
    quorum_percent: z.int().min(1).max(100),
    /** From a vote that won to its effect. */
    timelock: seconds,
  }),
  /** `own`: OpenZeppelin's ERC2771Forwarder, deployed with the rest; or the address of one that is trusted here. */
  forwarder: z.union([z.literal('own'), z.templateLiteral(['0x', z.string().regex(/^[0-9a-f]{40}$/)])]),
  /** Blocks to wait for after each transaction. */
  confirmations: z.int().min(1),
})
export type Network = z.infer<typeof networkShape>

/** anvil's chain id: only there may we print ETH, and start over when the contracts are gone. */
export const LOCAL_CHAIN = 31_337

/** What every public chain has in common; a vote takes a week in all. */
const open = {
  beacon: 'quicknet',
  admin_delay: 2 * DAY,
  ruling_window: 7 * DAY,
  vote: { delay: DAY, period: 4 * DAY, threshold: 1_000, quorum_percent: 4, timelock: 2 * DAY },
  forwarder: 'own',
} satisfies Partial<Network>

/** An OP-stack sequencer may let the clock lag by its sequencing window, 12 h (specs.optimism.io, derivation). */
const opStack = { ...open, raffle_margin: 12 * HOUR, confirmations: 5 }

/** Unix seconds of the local beacon's first round: before any local chain began. */
export const LOCAL_BEACON_GENESIS = 1_700_000_000

/** The chains we know, by EIP-155 id. */
export const networks: Readonly<Record<number, Network>> = {
  // Short enough to see a raffle drawn and a vote take effect in one sitting.
  [LOCAL_CHAIN]: {
    name: 'local',
    raffle_margin: MINUTE,
    beacon: 'local',
    admin_delay: 30,
    ruling_window: 10 * MINUTE,
    vote: { delay: 5, period: 2 * MINUTE, threshold: 10, quorum_percent: 4, timelock: 15 },
    forwarder: 'own',
    confirmations: 1,
  },
  84532: { name: 'Base Sepolia', ...opStack },
  8453: { name: 'Base', ...opStack },
  // Its sequencer may set the clock back by 24 h (docs.arbitrum.io, block numbers and time).
  42161: { name: 'Arbitrum One', ...open, raffle_margin: DAY, confirmations: 20 },
  // Slots fix the clock; the margin outlasts a reorg of two epochs.
  1: { name: 'Ethereum', ...open, raffle_margin: 15 * MINUTE, confirmations: 3 },
}

/**
 * The settings for a chain we know.
 * @throws Final `chain.unknown`
 */
export function networkOf(chainId: number): Network {
  const known = networks[chainId]
  if (known) return known
  const names = Object.entries(networks).map(([id, { name }]) => `${name} (${id})`)
  throw new Final({
    code: 'chain.unknown',
    message: `Chain ${chainId} is none that SNPD has settings for: ${names.join(', ')}.`,
    fix: 'Point RPC_URL at one of these, or set CHAIN_SETTINGS to a JSON file with settings of its own (docs/runbooks/deploy.md).',
  })
}
