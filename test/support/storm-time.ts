import type { Sql } from '../../db/client.ts'
import { ask, register } from './http.ts'
import type { Post } from './storm-post.ts'

/** From the first process to the last look a storm takes no longer; the clocks are off by more. Minutes. */
const STORM_MINUTES = 10

/** Times that some process's own clock made, and messages that two processes sent: in words. */
export async function wrongTimes(sql: Sql, post: Post): Promise<string[]> {
  const [row] = await sql<{ changes: number; alerts: number; sent: number; sessions: number }[]>`
    with span as (select now() - ${`${STORM_MINUTES} minutes`}::interval as first, now() + interval '1 minute' as last)
    select
      (select count(*)::int from app.stock_change, span where seen_at not between first and last) as changes,
      (select count(*)::int from app.restock, span where reported_at not between first and last) as alerts,
      (select count(*)::int from app.delivery, span
        where ended_at is not null and ended_at not between first and last) as sent,
      (select count(*)::int from app.session, span where created_at not between first and last) as sessions`
  const told: [number, string][] = [
    [row?.changes ?? 0, 'changes were seen at another time than the database’s'],
    [row?.alerts ?? 0, 'restocks were reported at another time'],
    [row?.sent ?? 0, 'deliveries ended at another time'],
    [row?.sessions ?? 0, 'sessions began at another time'],
    [post.twice(), 'messages were taken, and sent once more'],
  ]
  return told.flatMap(([count, what]) => (count > 0 ? [`${count} ${what}`] : []))
}

/** Who signs in at one web process is known to all, however far their clocks are apart. @throws Error */
export async function requireOneSession(ports: readonly number[]): Promise<void> {
  const origins = ports.map((port) => `http://localhost:${port}`)
  for (const [nth, origin] of origins.entries()) {
    const { token } = await register(origin, `timely_${nth}`)
    for (const other of origins) {
      const { status } = await ask(`${other}/api/me`, { token })
      if (status !== 200) throw new Error(`signed in at ${origin}, and ${other} answers ${status}`)
    }
  }
}
