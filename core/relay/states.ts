/**
 * The life of a relayed request. The state is never stored as truth: `relayState` reads it off the facts, so none can
 * disagree with the chain. Ends have no edges; what a reorg takes back is in `undoneByReorg`.
 */
export const relayStates = {
  /** Accepted; waits for a transaction, or for an earlier request of the same wallet. */
  queued: ['sending', 'refused', 'replaced', 'expired', 'done', 'reverted'],
  /** In a batch whose content is fixed; no transaction carries it yet. */
  sending: ['sent', 'replaced', 'expired', 'done', 'reverted'],
  /** A transaction that carries it was written down and broadcast, maybe more than once. */
  sent: ['mined', 'replaced', 'expired', 'done', 'reverted'],
  /** A node has that transaction in a block which the mirror has not reached. */
  mined: ['sent', 'replaced', 'expired', 'done', 'reverted'],
  /** The mirror shows that it was carried out. */
  done: [],
  /** The mirror shows that the contract refused it when it was carried out: nothing happened, its number is used up. */
  reverted: [],
  /** The mirror shows its number used by something else that the wallet signed. */
  replaced: [],
  /** Its turn came and it would have failed: it was never sent. */
  refused: [],
  /** Its deadline went by before it was carried out. */
  expired: [],
} as const satisfies Record<string, readonly string[]>
export type RelayState = keyof typeof relayStates

/** What was read off a block that a reorg took away, or off a clock that ran ahead of the chain's. */
export const undoneByReorg: readonly RelayState[] = ['mined', 'done', 'reverted', 'replaced', 'expired']

/** True when nothing more will happen to a request in this state, but for a reorg. */
export function isRelayEnd(state: RelayState): boolean {
  return relayStates[state].length === 0
}

export type RelayFacts = {
  /** How it ended, once no reorg could change that. */
  outcome: RelayState | null
  isRefused: boolean
  /** Its batch is fixed. */
  isFrozen: boolean
  /** A transaction carries its batch. */
  isSent: boolean
  /** The block that a node named for that transaction. */
  minedBlock: number | null
  /** The last mirrored block. */
  mirroredBlock: number
  /** What the mirror shows of the wallet's number; `isThis`: it was this very request. */
  forward: { isThis: boolean; success: boolean } | null
  deadline: Date
  now: Date
}

/** The chain's clock, and the last block before a deadline on its way to the mirror, may be this late. Milliseconds. */
const EXPIRY_GRACE_MS = 60_000

/** True when the deadline is so long ago that nothing can carry the request out any more. */
export function isExpired({ deadline, now }: Pick<RelayFacts, 'deadline' | 'now'>): boolean {
  return now.getTime() > deadline.getTime() + EXPIRY_GRACE_MS
}

/** The state that the facts add up to. Pure. */
export function relayState(facts: RelayFacts): RelayState {
  const { outcome, forward, minedBlock, mirroredBlock } = facts
  if (outcome) return outcome
  if (forward && !forward.isThis) return 'replaced'
  if (forward) return forward.success ? 'done' : 'reverted'
  if (facts.isRefused) return 'refused'
  if (minedBlock !== null && minedBlock > mirroredBlock) return 'mined'
  if (isExpired(facts)) return 'expired'
  if (!facts.isFrozen) return 'queued'
  return facts.isSent ? 'sent' : 'sending'
}
