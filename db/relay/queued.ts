import type { Db } from '../client.ts'
import { type SignedColumns, type SignedRow, signedColumns, toSigned } from './row.ts'

/** Requests looked at in one step: two batches. */
const LIMIT = 100

/** A wallet's first request that is in no batch. */
export type Queued = SignedRow & {
  /** The mirror shows the one before it carried out, or there is none. */
  isNext: boolean
}

/** Of each wallet the first request that waits for a batch, the oldest first. Those the mirror shows are through. */
export async function listQueued(db: Db, now: Date): Promise<Queued[]> {
  const rows = await db<(SignedColumns & { is_next: boolean })[]>`
    select ${signedColumns(db)}, r.nonce = 0 or exists (
        select from chain.forward f where f.signer_address = r.from_address and f.nonce = r.nonce - 1) as is_next
      from (
        select distinct on (from_address) * from app.relay_request q
          where outcome is null and batch_id is null and refusal is null and deadline > ${now}
            and not exists (select from chain.forward f where f.signer_address = q.from_address and f.nonce = q.nonce)
          order by from_address, nonce) r
      order by r.id limit ${LIMIT}`
  return rows.map(({ is_next, ...row }) => ({ ...toSigned(row), isNext: is_next }))
}
