import { type Hex, toBytea, toHex } from '../bytes.ts'
import type { Db } from '../client.ts'
import { type SignedColumns, type SignedRow, signedColumns, toSigned } from './row.ts'

export type Foreign = { request: SignedRow; txHash: Hex }

/** Requests whose number the mirror shows used by a transaction that is none of ours, and that nobody has looked into. */
export async function listForeign(db: Db): Promise<Foreign[]> {
  const rows = await db<(SignedColumns & { tx_hash: Uint8Array })[]>`
    select ${signedColumns(db)}, f.tx_hash from app.relay_request r
      join chain.forward f on f.signer_address = r.from_address and f.nonce = r.nonce
      where r.outcome is null and r.refusal is null and r.foreign_tx is distinct from f.tx_hash and not exists (
        select from app.relay_transaction o where o.tx_hash = f.tx_hash and o.batch_id = r.batch_id)`
  return rows.map(({ tx_hash, ...row }) => ({ request: toSigned(row), txHash: toHex(tx_hash) }))
}

/** Remembers whether that transaction carried this very request. */
export async function recordForeign(
  db: Db,
  { id, txHash, isThis }: { id: string; txHash: Hex; isThis: boolean },
): Promise<void> {
  await db`
    update app.relay_request set foreign_tx = ${toBytea(txHash)}, foreign_is_this = ${isThis} where id = ${id}`
}
