import { type Slashed, slashCode } from '../../core/trade/ruling.ts'
import { type Hex, toBytea, toHex } from '../bytes.ts'
import type { Db } from '../client.ts'

/** A transaction as it was written down before its broadcast. Fees in wei per gas. */
type Sent = { txHash: Hex; nonce: number; maxFee: bigint; maxPriorityFee: bigint; sentAt: Date }

/** A jury's verdict that the contract does not have. */
export type OpenVerdict = { tradeId: string; escrowId: Hex; slashed: number; sent: Sent | null }

type Row = {
  id: string
  escrow_id: Uint8Array
  verdict: Slashed
  maker_offered: boolean
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

/** Verdicts on trades with bonds which the mirror shows in dispute, the oldest first. */
export async function openVerdicts(db: Db): Promise<OpenVerdict[]> {
  const rows = await db<Row[]>`
    select t.id, t.escrow_id, j.verdict, o.by_id = t.maker_id as maker_offered, j.tx_hash, j.nonce::float8 as nonce,
      j.max_fee, j.max_priority_fee, j.sent_at
    from app.trade_jury j join app.trade t on t.id = j.trade_id
    join app.trade_offer o on o.trade_id = t.id and o.no = t.offer_no
    join chain.trade_now e on e.trade_id = t.escrow_id
    where j.verdict is not null and e.state = 'disputed' order by j.decided_at, t.id limit 20`
  return rows.map((row) => ({
    ...{ tradeId: row.id, escrowId: toHex(row.escrow_id), sent: sentOf(row) },
    slashed: slashCode(row.verdict, row.maker_offered ? 'maker' : 'taker'),
  }))
}

/** Writes down the transaction that is about to be broadcast. */
export async function recordVerdict(db: Db, tradeId: string, sent: Sent): Promise<void> {
  await db`
    update app.trade_jury set tx_hash = ${toBytea(sent.txHash)}, nonce = ${String(sent.nonce)},
      max_fee = ${String(sent.maxFee)}, max_priority_fee = ${String(sent.maxPriorityFee)}, sent_at = ${sent.sentAt}
    where trade_id = ${tradeId}`
}
