import type { Db, Sql } from '../client.ts'
import { inTransaction } from '../transaction.ts'

/** Awards of one round, so that no transaction is long. */
const LIMIT = 2_000

type Award = { member_id: string; source_id: string; amount: bigint; created_at: Date }

/** Adds the awards to every board they belong on, or with -1 takes them off: each of the place's cells times each period. */
async function move(tx: Db, awards: readonly Award[], sign: 1 | -1): Promise<void> {
  if (awards.length === 0) return
  await tx`
    with moved as (
      select * from unnest(${awards.map((award) => award.member_id)}::uuid[],
        ${awards.map((award) => award.source_id)}::uuid[],
        ${awards.map(({ amount }) => String(amount * BigInt(sign)))}::numeric[],
        ${awards.map((award) => award.created_at.toISOString())}::timestamptz[]) as moved (member_id, source_id, amount, created_at))
    insert into app.standing (cell, period, member_id, karma)
    select board.cell, board.period, moved.member_id, sum(moved.amount)
    from moved
    left join app.restock r on r.id = moved.source_id
    left join app.store_place place on place.store_id = r.store_id
    cross join lateral (
      select cell, period from unnest(array['', place.city, place.street]) cell,
        unnest(array['all', to_char(moved.created_at at time zone 'UTC', 'YYYY-MM'),
          to_char(moved.created_at at time zone 'UTC', 'IYYY-"W"IW')]) period
      where cell is not null) board
    group by 1, 2, 3
    order by 1, 2, 3
    on conflict (cell, period, member_id) do update set karma = standing.karma + excluded.karma`
}

/** Matured awards that no board has yet. One that another transaction holds, a reversal say, comes in the next round. */
async function takeMatured(tx: Db, now: Date): Promise<Award[]> {
  return tx<Award[]>`
    update app.award set counted = amount
    where id in (
      select id from app.award where matures_at <= ${now} and counted is null and reversed_at is null
      order by matures_at limit ${LIMIT} for update skip locked)
    returning member_id, source_id, amount, created_at`
}

/** Awards that were reversed, capped or raised after they had been counted: due ones can be until they are frozen. */
async function takeChanged(tx: Db): Promise<Award[]> {
  return tx<Award[]>`
    with changed as (
      select id, counted from app.award
      where counted is not null and (reversed_at is not null or matures_at is null or counted <> amount)
      limit ${LIMIT} for update skip locked)
    update app.award set counted = null from changed where award.id = changed.id
    returning member_id, source_id, changed.counted as amount, created_at`
}

/**
 * Brings the leaderboards up to `now`: each award is on them from its maturity, once, with the amount that it has, and off them when it is
 * reversed.
 * Any number of processes may do it at once.
 * @returns how many awards were moved; less than a round's fill means that none is left
 */
export async function countAwards(sql: Sql, now: Date): Promise<number> {
  return inTransaction(sql, async (tx) => {
    // One at a time: two would lock the same boards in different orders.
    await tx`select pg_advisory_xact_lock(hashtextextended('standings', 0))`
    const changed = await takeChanged(tx)
    await move(tx, changed, -1)
    const matured = await takeMatured(tx, now)
    await move(tx, matured, 1)
    return matured.length + changed.length
  })
}
