import type { Sql } from './client.ts'

/**
 * Runs `work` while holding the named lock, or not at all when another process holds it.
 * The lock lives in a transaction that does nothing else, because postgres.js tells at once when that one's connection
 * is lost; `work` must then stop, which its signal says. A lost lock may still be noticed late: what `work` does must
 * be safe for two at once, the lock only spares the second one the trouble.
 * @returns false when another holder was there
 */
export async function withLock(
  sql: Sql,
  name: string,
  work: (lost: AbortSignal) => Promise<void>,
): Promise<boolean> {
  const lost = new AbortController()
  try {
    return await sql.begin(async (tx) => {
      const [row] = await tx<{ locked: boolean }[]>`
        select pg_try_advisory_xact_lock(hashtextextended(${name}, 0)) as locked`
      if (!row?.locked) return false
      await work(lost.signal)
      return true
    })
  } finally {
    lost.abort()
  }
}
