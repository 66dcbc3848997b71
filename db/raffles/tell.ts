import { writeAlert } from '../alerts/write.ts'
import { toHex } from '../bytes.ts'
import type { Db, Sql } from '../client.ts'
import { inTransaction } from '../transaction.ts'
import { type Drawn, listWinners } from './winners.ts'

type News = { raffleId: bigint; memberId: string; news: 'won' | 'refunded' | 'sent' }

/** What is older is not told any more: a mirror built anew, or a wallet linked later. Days. */
const FRESH_DAYS = 7
const AT_ONCE = 50

/** Tells a member, once; in the caller's transaction. */
export async function tellOne(tx: Db, { raffleId, memberId, news }: News): Promise<void> {
  const told = await tx`
    insert into app.raffle_news (raffle_id, member_id, news, told_at)
      values (${String(raffleId)}, ${memberId}, ${news}, now()) on conflict do nothing`
  if (told.count > 0)
    await writeAlert(tx, { kind: 'raffle', memberId, raffleId: String(raffleId), state: news })
}

type DrawnRow = { raffle_id: bigint; seed: Uint8Array; entries: number; winners: number }

/** Draws of the last days whose winners were not told: of each the seed and the entries that it drew from. */
async function listUntold(tx: Db): Promise<Drawn[]> {
  const rows = await tx<DrawnRow[]>`
    select r.raffle_id, d.seed, r.winners, e.entries::float8 as entries
      from chain.raffle_draw d join chain.raffle r using (raffle_id)
        cross join lateral (select count(*) as entries from chain.raffle_entry e where e.raffle_id = r.raffle_id) e
      where d.block_time > now() - ${FRESH_DAYS} * interval '1 day'
        and not exists (select from app.raffle_told t
          where t.raffle_id = r.raffle_id and t.seed = d.seed and t.entries = e.entries)
      order by r.raffle_id limit ${AT_ONCE}`
  return rows.map(({ raffle_id, seed, ...row }) => ({ ...row, raffleId: raffle_id, seed: toHex(seed) }))
}

async function tellWinners(tx: Db, drawn: Drawn): Promise<void> {
  const { raffleId, seed, entries } = drawn
  const members = new Set((await listWinners(tx, drawn)).flatMap(({ memberId }) => memberId ?? []))
  for (const memberId of [...members].sort()) await tellOne(tx, { raffleId, memberId, news: 'won' })
  await tx`
    insert into app.raffle_told (raffle_id, seed, entries)
      values (${String(raffleId)}, ${Buffer.from(seed.slice(2), 'hex')}, ${entries}) on conflict do nothing`
}

async function listRefunded(tx: Db): Promise<News[]> {
  const rows = await tx<{ raffle_id: bigint; member_id: string }[]>`
    select distinct f.raffle_id, w.member_id
      from chain.raffle_refund f join app.wallet w on w.address = f.member_address
      where f.block_time > now() - ${FRESH_DAYS} * interval '1 day'
        and not exists (select from app.raffle_news n
          where n.raffle_id = f.raffle_id and n.member_id = w.member_id and n.news = 'refunded')
      order by f.raffle_id, w.member_id limit ${AT_ONCE}`
  return rows.map((row) => ({ raffleId: row.raffle_id, memberId: row.member_id, news: 'refunded' }))
}

async function listOpened(tx: Db): Promise<string[]> {
  const rows = await tx<{ id: string }[]>`
    select p.id from app.raffle_plan p
      where p.told_at is null and p.withdrawn_at is null and p.closes_at > now() and exists (
        select from chain.raffle_now r where r.prize_hash = p.prize_hash and r.state = 'open')
      order by p.id limit ${AT_ONCE}`
  return rows.map(({ id }) => id)
}

async function tellOpened(tx: Db, planId: string): Promise<void> {
  const told = await tx`update app.raffle_plan set told_at = now() where id = ${planId} and told_at is null`
  if (told.count > 0) await writeAlert(tx, { kind: 'raffle-open', planId })
}

/** Tells who may enter that a raffle is open, winners that they won, and members that their karma is back: as soon as the mirror shows it. */
export async function tellRaffleNews(sql: Sql): Promise<void> {
  for (const planId of await listOpened(sql)) await inTransaction(sql, (tx) => tellOpened(tx, planId))
  const untold = await listUntold(sql)
  for (const drawn of untold) await inTransaction(sql, (tx) => tellWinners(tx, drawn))
  for (const news of await listRefunded(sql)) await inTransaction(sql, (tx) => tellOne(tx, news))
}
