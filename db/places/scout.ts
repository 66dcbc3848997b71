import { withNeighbours } from '../../core/cell/cell.ts'
import { WHOLE } from '../../core/karma/decide.ts'
import { epochEnd, epochOf } from '../../core/karma/epoch.ts'
import { isAward, type Ruleset } from '../../core/karma/rule.ts'
import { areaFactor, MEMORY_EPOCHS, poolPays } from '../../core/karma/scout.ts'
import { lockCategories } from '../awards/lock.ts'
import { writeAward } from '../awards/write.ts'
import type { Db } from '../client.ts'
import { rulesNow } from '../karma/effective.ts'
import { storePlace } from './place.ts'
import { type CityPool, lockPool, poolSpent, shareOf } from './pool.ts'

/** More say nothing new: the factor is at its least. */
const ENOUGH = 10_000

type Around = { area: string; epoch: number; epochDays: number }

/** Confirmed reports of members around an area in the epochs before; those that were taken back never were. */
export async function reportsAround(db: Db, { area, epoch, epochDays }: Around): Promise<number> {
  const [from, to] = [epochEnd(epoch - MEMORY_EPOCHS - 1, epochDays), epochEnd(epoch - 1, epochDays)]
  const [row] = await db<{ count: number }[]>`
    select count(*)::int as count from (
      select from app.store_place p join app.restock r on r.store_id = p.store_id
      where p.area = any(${withNeighbours(area)}) and r.source = 'member' and r.confirmed_at >= ${from} and r.confirmed_at < ${to}
        and not exists (select from app.award a
          where a.source_id = r.id and a.rule = 'restock.report' and a.reversed_at is not null)
      limit ${ENOUGH}) seen`
  return row?.count ?? 0
}

type Found = { reporter: string; store_id: string; drop_id: string }

/** The drop whose pair this is and that had not opened when it was reported; the next one of several. */
async function findDrop(tx: Db, restockId: string): Promise<Found | undefined> {
  const [found] = await tx<Found[]>`
    select r.reported_by as reporter, r.store_id, d.id as drop_id
    from app.restock r
    join app.drop d on d.sneaker_id = r.sneaker_id and d.opens_at > r.reported_at
    join app.member m on m.id = r.reported_by and m.deleted_at is null
    where r.id = ${restockId} order by d.opens_at, d.id limit 1`
  return found
}

type Find = CityPool & { area: string; dropId: string; restockId: string }

/** @returns false when this drop was found in this area before; a find that was taken back was none */
async function isFirst(tx: Db, { area, dropId, restockId, city, epoch }: Find): Promise<boolean> {
  const first = await tx`
    insert into app.scout_find (area, drop_id, restock_id, city, epoch)
    values (${area}, ${dropId}, ${restockId}, ${city}, ${epoch})
    on conflict (area, drop_id) do update
      set restock_id = excluded.restock_id, city = excluded.city, epoch = excluded.epoch, held = null
      where exists (select from app.award a
        where a.source_id = scout_find.restock_id and a.rule in ('restock.scout', 'restock.report')
          and a.reversed_at is not null)
        and not exists (select from app.award a
          where a.source_id = scout_find.restock_id and a.rule = 'restock.scout' and a.reversed_at is null)`
  return first.count === 1
}

type Paying = { ruleset: Ruleset; find: Find; memberId: string; factor: number }

/** Under the pool's lock, by the most that the award could be: repeats and discounts only make it less. The find holds that. */
async function takeFromPool(tx: Db, { ruleset, find, memberId, factor }: Paying): Promise<boolean> {
  const rule = ruleset.rules['restock.scout']
  if (!rule || !isAward(rule)) return false
  const { cityPool, memberShare: share } = ruleset.places
  const pool = await lockPool(tx, find, cityPool)
  const amount = (rule.award * BigInt(factor)) / BigInt(WHOLE)
  const [spent, had] = [await poolSpent(tx, find), await shareOf(tx, find, memberId)]
  if (!poolPays({ amount, pool, spent, share, had })) return false
  await tx`update app.scout_find set held = ${String(amount)} where restock_id = ${find.restockId}`
  return true
}

/**
 * The first confirmed intel of a drop in an area, reported before it opens, earns its reporter a bonus from the city's
 * pool: written in the transaction of the confirmation and before the restock's awards begin to mature. Nothing is
 * written when the pool cannot pay.
 */
export async function writeScout(
  tx: Db,
  { restockId, now }: { restockId: string; now: Date },
): Promise<void> {
  // As every writer of awards, and before the pool: one order for all. A deletion under way is waited for.
  await lockCategories(tx, ['intel'])
  const found = await findDrop(tx, restockId)
  const place = found && (await storePlace(tx, found.store_id))
  if (!place) return
  const { ruleset } = await rulesNow(tx)
  const { area, city } = place
  const epoch = epochOf(now, ruleset.epochDays)
  const find: Find = { city, area, epoch, dropId: found.drop_id, restockId }
  if (!(await isFirst(tx, find))) return
  const factor = areaFactor(await reportsAround(tx, { area, epoch, epochDays: ruleset.epochDays }))
  const memberId = found.reporter
  if (!(await takeFromPool(tx, { ruleset, find, memberId, factor }))) return
  await writeAward(tx, { rule: 'restock.scout', memberId, sourceId: restockId, now, placeFactor: factor })
}
