import { type Hex, toBytea, toHex } from '../bytes.ts'
import type { Db } from '../client.ts'

/** A transaction as it was written down before its broadcast. Fees in wei per gas. */
export type RelaySent = { txHash: Hex; nonce: number; maxFee: bigint; maxPriorityFee: bigint; sentAt: Date }

type Row = { tx_hash: Uint8Array; max_fee: bigint; max_priority_fee: bigint; sent_at: Date }

/** The latest transaction that the account was to send with this nonce, whatever it carried. */
export async function lastSent(
  db: Db,
  { relayer, nonce }: { relayer: Hex; nonce: number },
): Promise<RelaySent | null> {
  const [row] = await db<Row[]>`
    select tx_hash, max_fee, max_priority_fee, sent_at from app.relay_transaction
      where relayer = ${toBytea(relayer)} and nonce = ${nonce} order by sent_at desc limit 1`
  if (!row) return null
  const { tx_hash, max_fee: maxFee, max_priority_fee: maxPriorityFee, sent_at: sentAt } = row
  return { txHash: toHex(tx_hash), nonce, maxFee, maxPriorityFee, sentAt }
}

/** Writes down the transaction that is about to be broadcast; the same one once more is the same row. */
export async function recordRelaySend(
  db: Db,
  { batchId, relayer, sent }: { batchId: bigint; relayer: Hex; sent: RelaySent },
): Promise<void> {
  await db`
    insert into app.relay_transaction (tx_hash, batch_id, relayer, nonce, max_fee, max_priority_fee, sent_at)
      values (${toBytea(sent.txHash)}, ${String(batchId)}, ${toBytea(relayer)}, ${sent.nonce},
        ${String(sent.maxFee)}, ${String(sent.maxPriorityFee)}, ${sent.sentAt})
      on conflict (tx_hash) do update set sent_at = excluded.sent_at`
}

/** The hashes of all transactions that were to carry the batch, the latest first. */
export async function hashesOf(db: Db, batchId: bigint): Promise<Hex[]> {
  const rows = await db<{ tx_hash: Uint8Array }[]>`
    select tx_hash from app.relay_transaction where batch_id = ${String(batchId)} order by sent_at desc`
  return rows.map(({ tx_hash }) => toHex(tx_hash))
}

/** Writes down which block a node names for a transaction, or that none has it. */
export async function recordMined(
  db: Db,
  { txHash, block }: { txHash: Hex; block: number | null },
): Promise<void> {
  await db`
    update app.relay_transaction set mined_block = ${block}
      where tx_hash = ${toBytea(txHash)} and mined_block is distinct from ${block}`
}
