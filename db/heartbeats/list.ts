import type { Db } from '../client.ts'

/** The last sign of life of every component that ever wrote one. */
export async function listHeartbeats(
  db: Db,
): Promise<{ component: string; at: Date; detail: Record<string, unknown> }[]> {
  return db<{ component: string; at: Date; detail: Record<string, unknown> }[]>`
    select component, at, detail from app.heartbeat order by component`
}
