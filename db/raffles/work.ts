import type { RaffleAct } from '../../core/raffle/act.ts'
import type { Standing } from '../../core/raffle/due.ts'
import { type Hex, toHex } from '../bytes.ts'
import type { Db } from '../client.ts'

/** How many of each kind are looked at in one step. */
const AT_ONCE = 20

type Row = {
  raffle_id: bigint
  state: Standing['state']
  closes_at: Date
  round: bigint
  is_withdrawn: boolean
}

/** Raffles that may be waiting for somebody to act, those that closed first before the others. */
export async function listStanding(db: Db, now: Date): Promise<Standing[]> {
  const rows = await db<Row[]>`
    select r.raffle_id, r.state, r.closes_at, r.round, p.withdrawn_at is not null as is_withdrawn
      from chain.raffle_now r left join app.raffle_plan p using (prize_hash)
      where r.state = 'drawn' or (r.state = 'open' and (r.closes_at <= ${now} or p.withdrawn_at is not null))
      order by r.closes_at, r.raffle_id limit ${AT_ONCE}`
  return rows.map(({ raffle_id, closes_at, is_withdrawn, ...row }) => ({
    ...row,
    ...{ raffleId: raffle_id, closesAt: closes_at, isWithdrawn: is_withdrawn },
  }))
}

type Refund = Extract<RaffleAct, { act: 'refund' }>

/** Stakes that are still in raffles which came to nothing. */
export async function listRefunds(db: Db): Promise<Refund[]> {
  const rows = await db<{ raffle_id: bigint; member_address: Uint8Array }[]>`
    select e.raffle_id, e.member_address from chain.raffle_end x join chain.raffle_entry e using (raffle_id)
      where not exists (select from chain.raffle_refund f
        where f.raffle_id = e.raffle_id and f.member_address = e.member_address)
      order by e.raffle_id, e.ticket limit ${AT_ONCE}`
  return rows.map((row) => ({
    act: 'refund',
    raffleId: row.raffle_id,
    member: toHex(row.member_address),
  }))
}

type Create = Extract<RaffleAct, { act: 'create' }>
type PlanRow = {
  id: string
  price: bigint
  winners: number
  closes_at: Date
  tier: number
  prize_hash: Uint8Array
}

/** Plans that no call carries yet, the oldest first. */
export async function listPlanned(db: Db): Promise<Create[]> {
  const rows = await db<PlanRow[]>`
    select p.id, p.price, p.winners, p.closes_at, p.tier, p.prize_hash from app.raffle_plan p
      where p.refusal is null and p.withdrawn_at is null
        and not exists (select from app.raffle_call c where c.plan_id = p.id)
        and not exists (select from chain.raffle r where r.prize_hash = p.prize_hash)
      order by p.id limit ${AT_ONCE}`
  return rows.map(({ id, closes_at, prize_hash, ...row }) => ({
    ...row,
    act: 'create',
    ...{ planId: id, closesAt: closes_at, prizeHash: toHex(prize_hash) },
  }))
}

/** Plans whose call is behind `nonce` and that the mirror does not show, each with the transactions that carried it. */
export async function listLost(
  db: Db,
  { account, nonce }: { account: Uint8Array; nonce: number },
): Promise<{ planId: string; hashes: Hex[] }[]> {
  const rows = await db<{ plan_id: string; hashes: Uint8Array[] }[]>`
    select c.plan_id, array_agg(t.tx_hash) as hashes
      from app.raffle_call c join app.raffle_plan p on p.id = c.plan_id
        join app.raffle_transaction t on t.account = c.account and t.nonce = c.nonce
      where c.account = ${account} and c.nonce < ${nonce} and p.refusal is null
        and not exists (select from chain.raffle r where r.prize_hash = p.prize_hash)
      group by c.plan_id`
  return rows.map(({ plan_id, hashes }) => ({ planId: plan_id, hashes: hashes.map(toHex) }))
}
