import { setTimeout as sleep } from 'node:timers/promises'

/** Resolves after `ms`, or as soon as the signal says stop. */
export async function pause(ms: number, stop: AbortSignal): Promise<void> {
  await sleep(ms, undefined, { signal: stop }).catch(() => undefined)
}

export type Waker = {
  /** Ends the wait under way, or the next one. */
  wake: () => void
  /** Resolves after `ms`, a wake or a stop, whichever is first. */
  wait: (ms: number, stop: AbortSignal) => Promise<void>
}

/** A wait that news can cut short. News that come while nobody waits are not lost: the next wait is over at once. */
export function createWaker(): Waker {
  let woken = new AbortController()
  return {
    wake: () => woken.abort(),
    wait: async (ms, stop) => {
      await pause(ms, AbortSignal.any([woken.signal, stop]))
      woken = new AbortController()
    },
  }
}
