import { epochEnd, epochOf } from '../../core/karma/epoch.ts'
import type { Pool } from '../../core/karma/place.ts'
import type { Db } from '../client.ts'
import { rulesNow } from '../karma/effective.ts'

/** A city's scout bonuses of one epoch. */
export type CityPool = { city: string; epoch: number }

/**
 * The pool's finds with their awards. Those that another cap refused hold their part: a reversal can give them their due.
 * So do those whose member left after the mint: what was forfeited holds nothing any more (db/awards/forfeit.ts).
 */
function spentOn(db: Db, { city, epoch }: CityPool) {
  return db`
    from app.scout_find f left join app.award a on a.source_id = f.restock_id and a.rule = 'restock.scout'
    where f.city = ${city} and f.epoch = ${epoch} and a.reversed_at is null
      and (a.capped_by is null or a.capped_by in ('day', 'budget'))`
}

/** wei of the pool that are given: of each find the most that its award can become. */
export async function poolSpent(db: Db, pool: CityPool): Promise<bigint> {
  const [row] = await db<{ spent: bigint }[]>`select coalesce(sum(f.held), 0) as spent ${spentOn(db, pool)}`
  return row?.spent ?? 0n
}

/** wei of it that this member has. */
export async function shareOf(db: Db, pool: CityPool, memberId: string): Promise<bigint> {
  const [row] = await db<{ had: bigint }[]>`
    select coalesce(sum(f.held), 0) as had ${spentOn(db, pool)} and a.member_id = ${memberId}`
  return row?.had ?? 0n
}

/**
 * Locks the pool until the transaction ends: two finds cannot both be the last that it pays. One without a row is made
 * with this budget; what a vote changes later is for the epochs after.
 * @returns wei that it began with
 */
export async function lockPool(tx: Db, { city, epoch }: CityPool, budget: bigint): Promise<bigint> {
  await tx`
    insert into app.city_pool (city, epoch, budget) values (${city}, ${epoch}, ${String(budget)}) on conflict do nothing`
  const [row] = await tx<{ budget: bigint }[]>`
    select budget from app.city_pool where city = ${city} and epoch = ${epoch} for update`
  return row?.budget ?? budget
}

/** The pool of the epoch that `now` falls in, to be published: what it began with or would begin with, and what is left. */
export async function readPool(db: Db, { city, now }: { city: string; now: Date }): Promise<Pool> {
  const { ruleset } = await rulesNow(db)
  const epoch = epochOf(now, ruleset.epochDays)
  const [row] = await db<{ budget: bigint }[]>`
    select budget from app.city_pool where city = ${city} and epoch = ${epoch}`
  const budget = row?.budget ?? ruleset.places.cityPool
  const left = budget - (await poolSpent(db, { city, epoch }))
  return {
    budget: String(budget),
    left: String(left),
    ends_at: epochEnd(epoch, ruleset.epochDays).toISOString(),
  }
}
