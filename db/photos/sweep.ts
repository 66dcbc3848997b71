import type { Db, Sql } from '../client.ts'
import { inTransaction } from '../transaction.ts'

/** A photo that nothing shows after a day never will be. */
const LOOSE_MS = 86_400_000
/** Pictures of one transaction. */
const BATCH = 20

/** Photos that were sent and never put into anything. @returns how many went */
export async function dropLoosePhotos(db: Db, now: Date): Promise<number> {
  const gone = await db`
    delete from app.photo p where created_at < ${new Date(now.getTime() - LOOSE_MS)}
      and not exists (select from app.restock_photo r where r.photo_id = p.id)
      and not exists (select from app.post_photo s where s.photo_id = p.id)
      and not exists (select from app.trade_photo s where s.photo_id = p.id)`
  return gone.count
}

type Sweeping = { now: Date; remove: (photoId: string) => Promise<void> }

/**
 * Takes out of the store what is due: pictures of photos that are gone, and those that never became one. What cannot be
 * removed now stays noted.
 * @returns how many were
 */
export async function sweepGonePhotos(sql: Sql, { now, remove }: Sweeping): Promise<number> {
  return inTransaction(sql, async (tx) => {
    const due = await tx<{ photo_id: string }[]>`
      select photo_id from app.photo_gone where due_at <= ${now}
      order by due_at limit ${BATCH} for update skip locked`
    for (const { photo_id } of due) await remove(photo_id)
    await tx`delete from app.photo_gone where photo_id = any(${due.map(({ photo_id }) => photo_id)})`
    return due.length
  })
}
