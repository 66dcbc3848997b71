import { readCursor } from '../chain/cursor.ts'
import type { Db } from '../client.ts'

/** Where the mirror stands, and the time it is for votes: never before the newest mirrored block's, whose clock the governor goes by. */
export async function voteClock(db: Db, now: Date): Promise<{ blockNumber: number; now: Date }> {
  const cursor = await readCursor(db)
  const { blockNumber = 0, blockTime = null } = cursor ?? {}
  return { blockNumber, now: blockTime !== null && blockTime > now ? blockTime : now }
}
