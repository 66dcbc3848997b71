import type { Db } from '../client.ts'

/** Forgets a target and what was seen there; restocks that came of it stay. @returns false when there is no such target */
export async function removeTarget(db: Db, id: string): Promise<boolean> {
  const gone = await db`delete from app.monitor_target where id = ${id}`
  return gone.count > 0
}
