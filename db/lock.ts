import type { Sql } from './client.ts'

/**
 * Runs `work` while holding the named lock, or not at all when another process holds it.
 * The lock lives in a transaction that does nothing else: `sql.begin` rejects the moment its connection is lost, which
 * the signal tells to `work`. Losing the lock may still be noticed late: what `work` does must be safe for two at
 * once, the lock only spares the second one the trouble.
 * @returns false when another holder was there
 */
export async function withLock(
  sql: Sql,
  name: string,
  work: (lost: AbortSignal) => Promise<void>,
): Promise<boolean> {
  const lost = new AbortController()
  let working: Promise<void> | undefined
  try {
    return await sql.begin(async (tx) => {
      const [row] = await tx<{ locked: boolean }[]>`
        select pg_try_advisory_xact_lock(hashtextextended(${name}, 0)) as locked`
      if (!row?.locked) return false
      working = work(lost.signal)
      await working.catch((error: unknown) => {
        if (!lost.signal.aborted) throw error
      })
      // postgres.js would send its commit into the lost connection, and that ends the process (porsager/postgres
      // issue 1208). It gave this transaction up already: never coming back is safe.
      if (lost.signal.aborted) await new Promise(() => undefined)
      return true
    })
  } finally {
    lost.abort()
    await working?.catch(() => undefined)
  }
}
