import type { Db } from '../client.ts'
import { type SignedColumns, type SignedRow, signedColumns, toSigned } from './row.ts'

export type OpenBatch = { id: bigint; requests: SignedRow[] }

/** More than these are not looked at in one step. */
const LIMIT = 500

/**
 * Requests in a batch that the mirror does not show and that may still be carried out, by their batches, the first batch
 * first.
 */
export async function listOpenBatches(db: Db, now: Date): Promise<OpenBatch[]> {
  const rows = await db<(SignedColumns & { batch_id: bigint })[]>`
    select r.batch_id, ${signedColumns(db)} from app.relay_request r
      where outcome is null and batch_id is not null and deadline > ${now}
        and not exists (select from chain.forward f where f.signer_address = r.from_address and f.nonce = r.nonce)
      order by r.batch_id, r.id limit ${LIMIT}`
  const batches = Map.groupBy(rows, ({ batch_id }) => batch_id)
  return [...batches].map(([id, requests]) => ({ id, requests: requests.map(toSigned) }))
}
