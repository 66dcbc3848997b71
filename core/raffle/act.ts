import type { Hex } from 'viem'

/** What the account that runs raffles can call: `create` and `cancel` by its role, the rest as anyone may. */
export type RaffleAct =
  | {
      act: 'create'
      planId: string
      /** wei */
      price: bigint
      winners: number
      closesAt: Date
      tier: number
      prizeHash: Hex
    }
  | { act: 'cancel' | 'settle' | 'expire'; raffleId: bigint }
  /** signature: a point of G1, uncompressed */
  | { act: 'draw'; raffleId: bigint; signature: Hex }
  | { act: 'refund'; raffleId: bigint; member: Hex }

/** The arguments of the contract's function of the same name. Pure. */
export function argumentsOf(act: RaffleAct): readonly unknown[] {
  if (act.act === 'create') {
    const { price, winners, closesAt, tier, prizeHash } = act
    return [price, winners, Math.floor(closesAt.getTime() / 1000), tier, prizeHash]
  }
  if (act.act === 'draw') return [act.raffleId, act.signature]
  return act.act === 'refund' ? [act.raffleId, act.member] : [act.raffleId]
}
