import { cornerCatalogue } from '../../adapters/retailers/corner/catalogue.ts'
import { upsertSneaker, upsertStore } from '../../db/catalog/upsert.ts'
import type { Sql } from '../../db/client.ts'
import { ensureDemoMember } from '../../db/demo/member.ts'
import { upsertDrop } from '../../db/drops/upsert.ts'
import { moveTargets } from '../../db/monitor/move.ts'
import { addTarget } from '../../db/monitor/target.ts'
import { isAnnounced, upsertRelease } from '../../db/releases/upsert.ts'
import { confirmRestock } from '../../db/restocks/confirm.ts'
import { reportRestock } from '../../db/restocks/report.ts'
import { wasReported } from '../../db/restocks/reported.ts'
import { demoDrops } from './drops.ts'
import { seedId } from './id.ts'
import { seedRaffle } from './raffle.ts'
import { demoReleases } from './releases.ts'
import { type DemoRestock, demoMembers, demoRestocks } from './restocks.ts'
import { demoSneakers } from './sneakers.ts'
import { CORNER, demoStores } from './stores.ts'

/** Often enough to be seen at work, and a fraction of what one shop's budget fills up by. Milliseconds. */
const LOOKS_EVERY_MS = 10_000

export type SeedOptions = {
  /** Of the app's role. */
  sql: Sql
  /** Origin of the simulated shop: http://localhost:3001 */
  shopUrl: string
  now: Date
}

/** Ids by natural key: of a database that had its own rows before, they differ from ours. */
type Ids = { sneakers: Map<string, string>; stores: Map<string, string>; members: Map<string, string> }

async function seedCatalogue(sql: Sql): Promise<Ids> {
  const ids: Ids = { sneakers: new Map(), stores: new Map(), members: new Map() }
  for (const sneaker of demoSneakers) ids.sneakers.set(sneaker.style_code, await upsertSneaker(sql, sneaker))
  for (const store of demoStores) ids.stores.set(store.slug, await upsertStore(sql, store))
  for (const username of demoMembers) {
    const id = seedId(`member ${username}`)
    if (await ensureDemoMember(sql, { id, username })) ids.members.set(username, id)
  }
  return ids
}

async function seedDrops({ sql, shopUrl, now }: SeedOptions, { sneakers, stores }: Ids): Promise<void> {
  const store_id = stores.get(CORNER)
  for (const { style_code, ...drop } of demoDrops(shopUrl, now)) {
    const sneaker_id = sneakers.get(style_code)
    if (sneaker_id && store_id) await upsertDrop(sql, { ...drop, sneaker_id, store_id })
  }
}

/** Announced once: their days are counted from the first start. */
async function seedReleases({ sql, now }: SeedOptions, { sneakers, stores }: Ids): Promise<void> {
  for (const { style_code, store, ...release } of demoReleases(now)) {
    const sneaker_id = sneakers.get(style_code)
    const store_id = store === null ? null : (stores.get(store) ?? null)
    if (sneaker_id && !(await isAnnounced(sql, release.id)))
      await upsertRelease(sql, { ...release, sneaker_id, store_id })
  }
}

/** Reported and confirmed by the same functions that members go through, in the past. */
async function seedRestock({ sql, now }: SeedOptions, ids: Ids, restock: DemoRestock): Promise<void> {
  const { style_code, store, size, by, confirmedBy, minutesAgo, note, price_minor } = restock
  const memberId = ids.members.get(by)
  const sneakerId = ids.sneakers.get(style_code)
  const storeId = ids.stores.get(store)
  if (!memberId || !sneakerId || !storeId) return
  if (await wasReported(sql, { sneakerId, storeId, size })) return
  const at = new Date(now.getTime() - minutesAgo * 60_000)
  const report = { sneaker_id: sneakerId, store_id: storeId, size, note, price_minor }
  const restockId = await reportRestock(sql, { memberId, report, now: at, challengeSeconds: 0 })
  for (const [index, username] of confirmedBy.entries()) {
    const confirmer = ids.members.get(username)
    const when = new Date(at.getTime() + (index + 1) * 4 * 60_000)
    if (confirmer)
      await confirmRestock(sql, { restockId, memberId: confirmer, now: when, challengeSeconds: 0 })
  }
}

/** The pages of everything that the simulated shop sells. */
async function seedTargets({ sql, shopUrl, now }: SeedOptions, { sneakers, stores }: Ids): Promise<void> {
  const storeId = stores.get(CORNER)
  if (!storeId) return
  await moveTargets(sql, { storeId, to: new URL(shopUrl), now })
  for (const { style_code, path } of cornerCatalogue) {
    const sneakerId = sneakers.get(style_code)
    const url = new URL(path, shopUrl)
    if (sneakerId) await addTarget(sql, { url, sneakerId, storeId, everyMs: LOOKS_EVERY_MS, now })
  }
}

/** The demo's catalogue, members, restocks, drops, releases and raffle. Idempotent: a second run only follows the shop to its new address. */
export async function seed(options: SeedOptions): Promise<void> {
  const ids = await seedCatalogue(options.sql)
  // Drops first: a report of a pair before its drop opens is a scout's.
  await seedDrops(options, ids)
  await seedReleases(options, ids)
  for (const restock of demoRestocks) await seedRestock(options, ids, restock)
  await seedTargets(options, ids)
  await seedRaffle(options.sql, options.now, [...ids.members.values()][0])
}
