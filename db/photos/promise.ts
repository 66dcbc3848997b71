import { uuidv7 } from '../../core/id.ts'
import type { Db } from '../client.ts'

/** For as long a picture may lie in the store without a row, ms: its request is over long before. */
const PROMISE_MS = 3_600_000

/** The id of a photo that is about to be stored. If it never becomes a row, its picture is swept. */
export async function promisePhoto(db: Db, now: Date): Promise<string> {
  const id = uuidv7(now.getTime())
  await db`
    insert into app.photo_gone (photo_id, due_at) values (${id}, ${new Date(now.getTime() + PROMISE_MS)})`
  return id
}
