import type { Hex } from 'viem'
import { isTrusted } from '../../core/karma/trust.ts'
import { drawJury, jurySeed } from '../../core/trade/jury.ts'
import { toBytea } from '../bytes.ts'
import type { Db, Sql } from '../client.ts'
import { rulesNow } from '../karma/effective.ts'
import { levelOf } from '../karma/standing.ts'
import { findTie } from '../ring/tie.ts'
import { inTransaction } from '../transaction.ts'
import { tellNews } from './news.ts'
import { tellTrade } from './tell.ts'

/** Members looked at for one list, and most on it. Those who were active last. */
const LOOKED_AT = 200
const MOST_ON_LIST = 50

type Party = { id: string; maker_id: string; taker_id: string }

/** Who could sit: active, of some trust, and tied to neither side. */
async function findPool(tx: Db, { maker_id, taker_id }: Party, now: Date): Promise<string[]> {
  const { ruleset } = await rulesNow(tx)
  const found = await tx<{ id: string }[]>`
    select m.id from app.member m
    join lateral (select max(day) as day from app.active_day a where a.member_id = m.id) last on last.day is not null
    where m.deleted_at is null and m.id <> ${maker_id} and m.id <> ${taker_id}
    order by last.day desc, m.id limit ${LOOKED_AT}`
  const pool: string[] = []
  for (const { id } of found) {
    if (pool.length === MOST_ON_LIST) break
    if (!isTrusted(await levelOf(tx, ruleset, { memberId: id, now }), 'regular')) continue
    const ties = [maker_id, taker_id].map((party) => findTie(tx, { one: id, other: party, now }))
    if ((await Promise.all(ties)).every((tie) => tie === null)) pool.push(id)
  }
  return pool
}

type Opened = { round: bigint; now: Date }

async function open(tx: Db, party: Party, { round, now }: Opened): Promise<void> {
  const [locked] = await tx`
    select 1 from app.trade t where id = ${party.id}
      and not exists (select from app.trade_jury j where j.trade_id = t.id) for update skip locked`
  if (!locked) return
  const pool = await findPool(tx, party, now)
  await tx`
    insert into app.trade_jury (trade_id, pool, round, opened_at)
    values (${party.id}, ${pool}::uuid[], ${String(round)}, ${now}) on conflict do nothing`
  await tellTrade(tx, party.id)
}

/** `round`: of the beacon, not known to anyone yet; asked for when there is a dispute. */
export type Opening = { round: () => Promise<bigint>; now: Date }

/** Closes the list of jurors of each dispute that has none yet, those of the mirror included. */
export async function openJuries(sql: Sql, { round, now }: Opening): Promise<void> {
  const found = await sql<Party[]>`
    select t.id, t.maker_id, t.taker_id from app.trade t
    where t.answer = 'accepted' and t.settled_at is null
      and not exists (select from app.trade_jury j where j.trade_id = t.id)
      and case when t.escrow_id is null then t.disputed_at is not null and t.ruled_at is null and t.rule_by > ${now}
        else 'disputed' = (
          select s.step from chain.trade_step s where s.trade_id = t.escrow_id and s.step <> 'confirmed'
          order by s.block_number desc, s.log_index desc limit 1) end
    order by t.id limit 20`
  for (const party of found) {
    const of = { round: await round(), now }
    await inTransaction(sql, (tx) => open(tx, party, of))
  }
}

/** Rounds that juries wait for, the earliest first. */
export async function awaitedRounds(db: Db): Promise<bigint[]> {
  const rows = await db<{ round: bigint }[]>`
    select distinct round from app.trade_jury where seed is null order by round limit 20`
  return rows.map(({ round }) => round)
}

async function draw(
  tx: Db,
  { id, randomness, now }: { id: string; randomness: Hex; now: Date },
): Promise<void> {
  const [jury] = await tx<{ pool: string[] }[]>`
    select to_json(pool) as pool from app.trade_jury where trade_id = ${id} and seed is null for update`
  if (!jury) return
  const seed = jurySeed(randomness, id)
  const seated = drawJury(seed, jury.pool)
  for (const [seat, memberId] of seated.entries())
    await tx`insert into app.trade_juror (trade_id, member_id, seat) values (${id}, ${memberId}, ${seat})`
  await tx`update app.trade_jury set seed = ${toBytea(seed)}, drawn_at = ${now} where trade_id = ${id}`
  await tellNews(tx, { id, state: 'seated', memberIds: seated })
  await tellTrade(tx, id)
}

/** Seats the juries that waited for this round. @param randomness of the round, verified */
export async function drawJuries(
  sql: Sql,
  { round, randomness, now }: { round: bigint; randomness: Hex; now: Date },
): Promise<void> {
  const due = await sql<{ id: string }[]>`
    select trade_id as id from app.trade_jury where round = ${String(round)} and seed is null`
  for (const { id } of due) await inTransaction(sql, (tx) => draw(tx, { id, randomness, now }))
}
