import type { QueryClient } from '@tanstack/react-query'

/** Longer than a page takes from being read by the server to being alive in the browser, ms. */
const LATE_MS = 60_000

export type Stale = {
  /** What begins with these keys is to be fetched anew. */
  forget: (keys: readonly string[]) => void
  stop: () => void
}

/**
 * Makes queries stale on events, those too that come into the cache only after the event: a page is read by the server
 * before its line opens, and its data is taken over once its part of the page wakes. What was heard in between would
 * otherwise be lost for good.
 */
export function watchStale(client: QueryClient, now: () => number = Date.now): Stale {
  const heard = new Map<string, number>()
  const unsubscribe = client.getQueryCache().subscribe(({ type, query }) => {
    if (type !== 'added' || query.state.data === undefined) return
    const at = heard.get(String(query.queryKey[0]))
    if (at === undefined || now() - at > LATE_MS) return
    // Data is taken over while the page renders: nothing may change until it has.
    setTimeout(() => void client.invalidateQueries({ queryKey: query.queryKey, exact: true }))
  })
  return {
    forget: (keys) => {
      for (const key of keys) {
        heard.set(key, now())
        void client.invalidateQueries({ queryKey: [key] })
      }
    },
    stop: unsubscribe,
  }
}
