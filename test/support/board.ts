import { placeOf } from '../../core/cell/cell.ts'
import { uuidv7 } from '../../core/id.ts'
import { rulesetHash } from '../../core/karma/rules.ts'
import { toBytea } from '../../db/bytes.ts'
import type { Sql } from '../../db/client.ts'
import { storePlace } from '../../db/places/place.ts'
import { addCatalog } from './members.ts'

/** Two streets of one city, and another city. */
export const spots = {
  wythe: { latitude: 40.7195, longitude: -73.9613 },
  court: { latitude: 40.7304, longitude: -73.9552 },
  haight: { latitude: 37.7705, longitude: -122.4455 },
}
export type Spot = keyof typeof spots
export const placeAt = (spot: Spot) => placeOf(spots[spot])

/** A pair and a store at the spot. */
export async function addStoreAt(sql: Sql, spot: Spot): Promise<{ sneakerId: string; storeId: string }> {
  const made = await addCatalog(sql)
  const { latitude, longitude } = spots[spot]
  await sql`update app.store set latitude = ${latitude}, longitude = ${longitude} where id = ${made.storeId}`
  await storePlace(sql, made.storeId)
  return made
}

export type Earning = {
  memberId: string
  amount: bigint
  at: Date
  spot?: Spot
  rule?: string
  /** `at` when absent */
  maturesAt?: Date | null
}

/** An award as it stands there after the act, of a restock at the spot. @returns its id */
export async function addAward(sql: Sql, earning: Earning): Promise<string> {
  const { memberId, amount, at, spot, rule = 'restock.report', maturesAt = at } = earning
  const [id, restockId] = [uuidv7(at.getTime()), uuidv7(at.getTime())]
  if (spot) {
    const { sneakerId, storeId } = await addStoreAt(sql, spot)
    await sql`
      insert into app.restock (id, sneaker_id, store_id, size, reported_by, reported_at)
      values (${restockId}, ${sneakerId}, ${storeId}, '10', ${memberId}, ${at})`
  }
  await sql`
    insert into app.award (id, member_id, rule, source_id, amount, ruleset, created_at, matures_at)
    values (${id}, ${memberId}, ${rule}, ${restockId}, ${String(amount)}, ${toBytea(rulesetHash)}, ${at}, ${maturesAt})`
  return id
}
