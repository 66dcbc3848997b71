import { type Hex, toBytea, toHex } from '../bytes.ts'
import type { Db } from '../client.ts'

/** The latest transaction of a batch, written down before its broadcast. Fees in wei per gas. */
export type Sent = { txHash: Hex; nonce: number; maxFee: bigint; maxPriorityFee: bigint; sentAt: Date }

export type AwardBatch = {
  firstId: bigint
  /** One packed word per award: core/karma/pack.ts. */
  packed: Hex[]
  ruleset: Hex
  /** The latest transaction that carried it; null when none was made. */
  sent: Sent | null
}

type Row = {
  first_id: bigint
  packed: Hex[]
  ruleset: Uint8Array
  tx_hash: Uint8Array | null
  nonce: number | null
  max_fee: bigint | null
  max_priority_fee: bigint | null
  sent_at: Date | null
}

function sentOf({ tx_hash, nonce, max_fee, max_priority_fee, sent_at }: Row): Sent | null {
  if (!tx_hash || nonce === null || max_fee === null || max_priority_fee === null || !sent_at) return null
  return { txHash: toHex(tx_hash), nonce, maxFee: max_fee, maxPriorityFee: max_priority_fee, sentAt: sent_at }
}

/** The first frozen batch that the mirror does not show. Batches are sent one after the other, so there is no other to look at. */
export async function openBatch(db: Db): Promise<AwardBatch | undefined> {
  const [row] = await db<Row[]>`
    select b.first_id, b.packed, b.ruleset, b.tx_hash, b.nonce::float8, b.max_fee, b.max_priority_fee, b.sent_at
      from app.award_batch b left join chain.award_batch mirrored on mirrored.first_id = b.first_id
      where mirrored.first_id is null order by b.first_id limit 1`
  return row && { firstId: row.first_id, packed: row.packed, ruleset: toHex(row.ruleset), sent: sentOf(row) }
}

/** Writes down the transaction that is about to be broadcast. */
export async function recordSend(db: Db, firstId: bigint, sent: Sent): Promise<void> {
  await db`
    update app.award_batch set tx_hash = ${toBytea(sent.txHash)}, nonce = ${String(sent.nonce)},
      max_fee = ${String(sent.maxFee)}, max_priority_fee = ${String(sent.maxPriorityFee)},
      sent_at = ${sent.sentAt}, sends = sends + 1
    where first_id = ${String(firstId)}`
}
