import type { RelayProblem } from '../relay/status.ts'

/**
 * The life of a raffle. The state is never stored: `raffleState` reads it off what the mirror, the plan and the clock say,
 * so that it cannot disagree with the chain. Ends have no edges; what a reorg takes back is in `undoneByReorg`.
 */
export const raffleStates = {
  /** Described; no transaction carries it. */
  planned: ['opening', 'refused', 'withdrawn', 'open'],
  /** Its transaction is written down, and is sent until the chain has it. */
  opening: ['open', 'refused'],
  /** Takes entries. */
  open: ['closed', 'cancelled'],
  /** Takes no entries any more, and waits for its round and the draw. */
  closed: ['drawn', 'expired'],
  /** Its winners are fixed. */
  drawn: ['settled'],
  /** Its pot burned. */
  settled: [],
  /** Called off while it was open: entries come back. */
  cancelled: [],
  /** Nobody drew it within the window: entries come back. */
  expired: [],
  /** The chain did not take it. */
  refused: [],
  /** Taken back before anything was sent. */
  withdrawn: [],
} as const satisfies Record<string, readonly string[]>
export type RaffleState = keyof typeof raffleStates

/** What was read off a block that a reorg took away, or off a clock that ran ahead of the chain's. */
export const undoneByReorg: readonly RaffleState[] = [
  ...(['open', 'closed', 'drawn', 'settled', 'cancelled', 'expired', 'refused'] as const),
]

/** Its winners are known. */
export const isDrawn = (state: RaffleState): boolean => state === 'drawn' || state === 'settled'
/** Its entries come back. */
export const isOff = (state: RaffleState): boolean => state === 'cancelled' || state === 'expired'

/** What `chain.raffle_now` knows. */
export const mirroredStates = ['open', 'cancelled', 'expired', 'drawn', 'settled'] as const

export type StateFacts = {
  /** null: not mirrored. */
  mirrored: { state: (typeof mirroredStates)[number]; closesAt: Date } | null
  /** null: SNPD has no description of it. */
  plan: { isWithdrawn: boolean; refusal: RelayProblem | null; hasCall: boolean } | null
  now: Date
}

function planState({ isWithdrawn, refusal, hasCall }: NonNullable<StateFacts['plan']>): RaffleState {
  if (refusal) return 'refused'
  if (hasCall) return 'opening'
  return isWithdrawn ? 'withdrawn' : 'planned'
}

/** The state that the facts add up to. The chain has the first word. Pure. */
export function raffleState({ mirrored, plan, now }: StateFacts): RaffleState {
  if (mirrored) {
    const { state, closesAt } = mirrored
    return state === 'open' && now >= closesAt ? 'closed' : state
  }
  return plan ? planState(plan) : 'withdrawn'
}
