import type { Db } from '../client.ts'
import { type SignedColumns, type SignedRow, signedColumns, toSigned } from './row.ts'

export type OpenBatch = { id: bigint; requests: SignedRow[] }

/** The first batch with requests that the mirror does not show and that may still be carried out, and these requests. */
export async function openRelayBatch(db: Db, now: Date): Promise<OpenBatch | undefined> {
  const rows = await db<(SignedColumns & { batch_id: bigint })[]>`
    with open as (
      select * from app.relay_request q
        where outcome is null and batch_id is not null and deadline > ${now}
          and not exists (select from chain.forward f where f.signer_address = q.from_address and f.nonce = q.nonce))
    select r.batch_id, ${signedColumns(db)} from open r
      where r.batch_id = (select min(batch_id) from open) order by r.id`
  const [first] = rows
  return first && { id: first.batch_id, requests: rows.map(toSigned) }
}
