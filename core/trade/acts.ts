import { Final } from '../errors.ts'
import { requireState } from './require-state.ts'
import type { Side } from './ruling.ts'
import type { DealStep, TradeState } from './states.ts'

/** What a side does here, and what it does with its wallet where there are bonds. */
export const heldActs = [
  'counter',
  'accept',
  'decline',
  'withdraw',
  'ship',
  'receive',
  'dispute',
  'tell',
  'show',
] as const
export const bondActs = ['bond', 'take-back', 'confirm', 'appeal', 'free'] as const
export type HeldAct = (typeof heldActs)[number]
export type BondAct = (typeof bondActs)[number]
export type TradeAct = HeldAct | BondAct

export type BySide<Value> = Readonly<Record<Side, Value>>

/** Where a trade stands, as far as it says who may do what. */
export type TradeStanding = {
  state: TradeState
  /** Who made the offer that stands, and puts up the first bond. */
  offerBy: Side
  bonded: boolean
  deal: DealStep
  shipped: BySide<boolean>
  /** Said that they got what was agreed; by the mirror where there are bonds. */
  received: BySide<boolean>
}

const bound = ['agreed', 'underway'] as const satisfies readonly TradeState[]

function requireOffered({ state, offerBy }: TradeStanding, side: Side): void {
  requireState(state, ['offered'])
  if (offerBy !== side) return
  throw new Final({
    code: 'trade.own',
    message: 'This offer is yours.',
    fix: 'Wait for the answer, or take it back.',
  })
}

function requireOwnOffer({ state, offerBy }: TradeStanding, side: Side): void {
  requireState(state, ['offered'])
  if (offerBy === side) return
  throw new Final({
    code: 'trade.not-yours',
    message: 'The other side made this offer.',
    fix: 'Decline it, or make one of your own.',
  })
}

function requireFirst(done: BySide<boolean>, side: Side): void {
  if (!done[side]) return
  throw new Final({
    code: 'trade.twice',
    message: 'You said so before.',
    fix: 'Nothing is left for you to do here; wait for the other side.',
  })
}

/** What is about bonds happens on chain, where nobody but the member can do it. */
function requireUnbonded({ bonded }: TradeStanding): void {
  if (!bonded) return
  throw new Final({
    code: 'trade.on-chain',
    message: 'There are bonds in this trade, so that your wallet has to say it.',
    fix: 'Sign it on the page of the trade; it costs no gas.',
  })
}

const held: Readonly<Record<HeldAct, (standing: TradeStanding, side: Side) => void>> = {
  counter: requireOffered,
  accept: requireOffered,
  decline: requireOffered,
  withdraw: requireOwnOffer,
  ship: (standing, side) => {
    requireState(standing.state, bound)
    requireFirst(standing.shipped, side)
  },
  receive: (standing, side) => {
    requireState(standing.state, bound)
    requireUnbonded(standing)
    requireFirst(standing.received, side)
  },
  dispute: (standing) => {
    requireState(standing.state, bound)
    requireUnbonded(standing)
  },
  tell: ({ state }) => requireState(state, [...bound, 'disputed']),
  show: ({ state }) => requireState(state, [...bound, 'disputed']),
}

/** @throws Final `trade.state`, `trade.expired`, `trade.own`, `trade.not-yours`, `trade.twice`, `trade.on-chain` */
export function requireAct(act: HeldAct, standing: TradeStanding, side: Side): void {
  held[act](standing, side)
}

const isBound = ({ state }: TradeStanding) => state === 'agreed' || state === 'underway'

/** What the contract lets a side do now; it decides in the end. */
const onChain: Readonly<Record<BondAct, (standing: TradeStanding, side: Side) => boolean>> = {
  bond: ({ state, deal, offerBy }, side) =>
    state === 'bonding' && deal === (side === offerBy ? 'none' : 'proposed'),
  'take-back': ({ deal, offerBy }, side) => deal === 'proposed' && side === offerBy,
  confirm: (standing, side) => isBound(standing) && !standing.received[side],
  appeal: (standing) => isBound(standing),
  // A first bond is taken back by its owner.
  free: ({ state, deal }) => state === 'timed-out' && (deal === 'accepted' || deal === 'disputed'),
}

function mayHold(act: HeldAct, standing: TradeStanding, side: Side): boolean {
  try {
    requireAct(act, standing, side)
    return true
  } catch {
    return false
  }
}

/** All that a side may do now. Pure. */
export function actsOf(standing: TradeStanding, side: Side): TradeAct[] {
  const here = heldActs.filter((act) => mayHold(act, standing, side))
  const there = standing.bonded ? bondActs.filter((act) => onChain[act](standing, side)) : []
  return [...here, ...there]
}
