import { DRAW_WINDOW } from './limits.ts'
import type { mirroredStates } from './states.ts'

/** A raffle as the mirror has it; what of it waits for somebody to act. */
export type Standing = {
  raffleId: bigint
  state: (typeof mirroredStates)[number]
  closesAt: Date
  round: bigint
  /** Its operator called it off. */
  isWithdrawn: boolean
}

export type Due =
  | { act: 'cancel' | 'settle' | 'expire'; raffleId: bigint }
  | { act: 'draw'; raffleId: bigint; round: bigint }

/**
 * What is to be done about a raffle now; null: nothing. The contract has the last word, whose clock may be another one.
 * Members are refunded one by one, which is not asked here. Pure.
 */
export function dueOf({ raffleId, state, closesAt, round, isWithdrawn }: Standing, now: Date): Due | null {
  if (state === 'drawn') return { act: 'settle', raffleId }
  if (state !== 'open') return null
  if (now < closesAt) return isWithdrawn ? { act: 'cancel', raffleId } : null
  const drawUntil = closesAt.getTime() + DRAW_WINDOW * 1000
  return now.getTime() < drawUntil ? { act: 'draw', raffleId, round } : { act: 'expire', raffleId }
}
