import type { Walk } from '../../../adapters/retailers/adapter.ts'

/** A hand that does nothing for so long lets other visitors go to the shop, ms. */
const IDLE_MS = 15_000

export type Presence = {
  /** Before the hand does something: true when the page may ask the shop. */
  come: () => Promise<boolean>
  /** After it: the shop is let go of when nothing follows. */
  linger: () => void
  end: () => void
}

/**
 * A page that its member has is one visitor at the shop like any other: it holds the shop's one place only while the hand
 * is at work. Behind the fence it stays, since what is asked there belongs to the order.
 * @param inTurn runs what it is given after what the hand does now
 */
export function presenceOf(
  { stay }: Walk,
  { isBehind, inTurn }: { isBehind: () => boolean; inTurn: (rest: () => Promise<void>) => void },
): Presence {
  const ending = new AbortController()
  let timer: NodeJS.Timeout | undefined
  const rest = async () => {
    if (!ending.signal.aborted && !isBehind()) await stay?.rest()
  }
  return {
    come: async () => {
      clearTimeout(timer)
      return (await stay?.resume(ending.signal)) ?? true
    },
    linger: () => {
      clearTimeout(timer)
      timer = setTimeout(() => inTurn(rest), IDLE_MS)
    },
    end: () => {
      clearTimeout(timer)
      ending.abort()
    },
  }
}
