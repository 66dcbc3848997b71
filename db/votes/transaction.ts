import type { KeeperStep } from '../../core/vote/keeper.ts'
import { type Hex, toBytea, toHex } from '../bytes.ts'
import type { Db } from '../client.ts'

/** A transaction as it was written down before its broadcast. Fees in wei per gas. */
export type KeeperSent = { txHash: Hex; nonce: number; maxFee: bigint; maxPriorityFee: bigint; sentAt: Date }

type Row = { tx_hash: Uint8Array; max_fee: bigint; max_priority_fee: bigint; sent_at: Date }

/** The latest transaction that the account was to send with this nonce, whatever it carried. */
export async function lastKept(
  db: Db,
  { keeper, nonce }: { keeper: Hex; nonce: number },
): Promise<KeeperSent | null> {
  const [row] = await db<Row[]>`
    select tx_hash, max_fee, max_priority_fee, sent_at from app.keeper_transaction
      where keeper = ${toBytea(keeper)} and nonce = ${nonce} order by sent_at desc limit 1`
  if (!row) return null
  const { tx_hash, max_fee: maxFee, max_priority_fee: maxPriorityFee, sent_at: sentAt } = row
  return { txHash: toHex(tx_hash), nonce, maxFee, maxPriorityFee, sentAt }
}

type Recorded = { proposalId: bigint; step: KeeperStep; keeper: Hex; sent: KeeperSent }

/** Writes down the transaction that is about to be broadcast; the same one once more is the same row. */
export async function recordKept(db: Db, { proposalId, step, keeper, sent }: Recorded): Promise<void> {
  await db`
    insert into app.keeper_transaction (tx_hash, proposal_id, step, keeper, nonce, max_fee, max_priority_fee, sent_at)
      values (${toBytea(sent.txHash)}, ${String(proposalId)}, ${step}, ${toBytea(keeper)}, ${sent.nonce},
        ${String(sent.maxFee)}, ${String(sent.maxPriorityFee)}, ${sent.sentAt})
      on conflict (tx_hash) do update set sent_at = excluded.sent_at`
}
