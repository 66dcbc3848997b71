import type { RaffleAct } from '../../core/raffle/act.ts'
import type { RelayProblem } from '../../core/relay/status.ts'
import { type Hex, toBytea, toHex } from '../bytes.ts'
import type { Db } from '../client.ts'

/** Of the account that runs raffles: one of its nonces. */
export type CallAt = { account: Hex; nonce: number }
export type RaffleCall = { to: Hex; data: Hex; gas: bigint; act: RaffleAct['act'] }
/** A transaction as it was written down before its broadcast. Fees in wei per gas. */
export type RaffleSent = { txHash: Hex; nonce: number; maxFee: bigint; maxPriorityFee: bigint; sentAt: Date }

/** What the account calls under this nonce; undefined: nothing was written down. */
export async function readCall(db: Db, { account, nonce }: CallAt): Promise<RaffleCall | undefined> {
  const [row] = await db<{ to: Uint8Array; data: Uint8Array; gas: bigint; act: RaffleCall['act'] }[]>`
    select to_address as to, data, gas, act from app.raffle_call where account = ${toBytea(account)} and nonce = ${nonce}`
  return row && { ...row, to: toHex(row.to), data: toHex(row.data) }
}

/** Writes down what a nonce is for, for good. Of two who write at once the first counts: read it again. */
export async function writeCall(
  db: Db,
  { account, nonce, act, call, gas }: CallAt & { act: RaffleAct; call: { to: Hex; data: Hex }; gas: bigint },
): Promise<void> {
  await db`insert into app.raffle_call ${db({
    ...{ account: toBytea(account), nonce, act: act.act, gas: String(gas) },
    ...{ to_address: toBytea(call.to), data: toBytea(call.data) },
    plan_id: act.act === 'create' ? act.planId : null,
    raffle_id: act.act === 'create' ? null : String(act.raffleId),
    member_address: act.act === 'refund' ? toBytea(act.member) : null,
    created_at: new Date(),
  })} on conflict do nothing`
}

type SentRow = { tx_hash: Uint8Array; max_fee: bigint; max_priority_fee: bigint; sent_at: Date }

/** The latest transaction under this nonce. */
export async function lastRaffleSent(db: Db, { account, nonce }: CallAt): Promise<RaffleSent | null> {
  const [row] = await db<SentRow[]>`
    select tx_hash, max_fee, max_priority_fee, sent_at from app.raffle_transaction
      where account = ${toBytea(account)} and nonce = ${nonce} order by sent_at desc limit 1`
  if (!row) return null
  const { tx_hash, max_fee: maxFee, max_priority_fee: maxPriorityFee, sent_at: sentAt } = row
  return { txHash: toHex(tx_hash), nonce, maxFee, maxPriorityFee, sentAt }
}

/** Writes down the transaction that is about to be broadcast; the same one once more is the same row. */
export async function recordRaffleSend(db: Db, account: Hex, sent: RaffleSent): Promise<void> {
  await db`
    insert into app.raffle_transaction (tx_hash, account, nonce, max_fee, max_priority_fee, sent_at)
      values (${toBytea(sent.txHash)}, ${toBytea(account)}, ${sent.nonce}, ${String(sent.maxFee)},
        ${String(sent.maxPriorityFee)}, ${sent.sentAt})
      on conflict (tx_hash) do update set sent_at = excluded.sent_at`
}

/** Notes why the chain does not have a plan's raffle. */
export async function refusePlan(db: Db, planId: string, problem: RelayProblem): Promise<void> {
  await db`update app.raffle_plan set refusal = ${db.json(problem)} where id = ${planId} and refusal is null`
}
