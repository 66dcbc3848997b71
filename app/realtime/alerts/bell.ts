export type Bell = {
  /** Ends the wait under way, or the next one. */
  ring: () => void
  /** Resolves after `ms` or at a ring, whichever is first. */
  wait: (ms: number) => Promise<void>
}

/** A wait that news can cut short. Those that come while nobody waits are not lost. */
export function createBell(): Bell {
  let rung = Promise.withResolvers<void>()
  return {
    ring: () => rung.resolve(),
    wait: async (ms) => {
      let timer: NodeJS.Timeout | undefined
      const late = new Promise<void>((resolve) => {
        timer = setTimeout(resolve, ms)
      })
      await Promise.race([rung.promise, late])
      clearTimeout(timer)
      rung = Promise.withResolvers<void>()
    },
  }
}
