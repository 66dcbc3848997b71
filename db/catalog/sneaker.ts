import type { SneakerDetail } from '../../core/catalog/shape.ts'
import { daysOf } from '../../core/release/asked.ts'
import type { Sneaker } from '../../core/restock/shape.ts'
import type { Db } from '../client.ts'
import { listReleases } from '../releases/read.ts'
import { isOpen } from '../restocks/current.ts'
import { sneakerJson } from './json.ts'
import { pricesOf } from './prices.ts'

type Counts = { open: number; all: number; last_at: Date | null }

async function restocksOf(db: Db, id: string, now: Date): Promise<SneakerDetail['restocks']> {
  const [counts] = await db<Counts[]>`
    select (count(*) filter (where ${isOpen(db, now)}))::int as open, count(*)::int as all, max(r.reported_at) as last_at
    from app.restock r where r.sneaker_id = ${id}`
  return { open: counts?.open ?? 0, all: counts?.all ?? 0, last_at: counts?.last_at?.toISOString() ?? null }
}

type Drop = SneakerDetail['drops'][number]

async function dropsOf(db: Db, id: string): Promise<Drop[]> {
  const rows = await db<(Omit<Drop, 'opens_at'> & { opens_at: Date })[]>`
    select slug, title, price_minor, currency, opens_at from app.drop
    where sneaker_id = ${id} order by opens_at desc, id`
  return rows.map((row) => ({ ...row, opens_at: row.opens_at.toISOString() }))
}

/** Days of releases around today. */
const AHEAD = { back: 1, ahead: 400 }

/** One sneaker with what happens to it; undefined when there is none. */
export async function readSneaker(
  db: Db,
  { id, now }: { id: string; now: Date },
): Promise<SneakerDetail | undefined> {
  const [found] = await db<{ item: Sneaker }[]>`
    select ${sneakerJson(db)} as item from app.sneaker sneaker where sneaker.id = ${id}`
  if (!found) return undefined
  const releases = await listReleases(db, { ...daysOf({}, now, AHEAD), sneakerId: id })
  const [restocks, drops, prices] = [
    await restocksOf(db, id, now),
    await dropsOf(db, id),
    await pricesOf(db, id, now),
  ]
  return { ...found.item, restocks, drops, prices, releases }
}
