import type { Db } from '../client.ts'

export type Reported = { sneakerId: string; storeId: string; size: string }

/** True when anyone ever reported this pair in this size at this store. */
export async function wasReported(db: Db, { sneakerId, storeId, size }: Reported): Promise<boolean> {
  const [row] = await db`
    select 1 from app.restock where sneaker_id = ${sneakerId} and store_id = ${storeId} and size = ${size} limit 1`
  return row !== undefined
}
