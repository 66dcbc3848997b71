import { getResolution } from 'h3-js'
import { resolutions } from '../../core/cell/cell.ts'
import { feedCells } from '../../core/feed/near.ts'
import { type AreaMap, type Hex, mapCells, pointOf, ringOf } from '../../core/geo/map.ts'
import { firstIdAt } from '../../core/id.ts'
import type { Db } from '../client.ts'
import { unblockedFor } from '../moderation/visible.ts'

const DAY_MS = 86_400_000
const ACTIVE_MS = 7 * DAY_MS
const LINE_MS = 6 * 3_600_000
const MOST_LINES = 50

/** H3 cells as app.post has them. */
const numbers = (cells: readonly string[]) => cells.map((cell) => String(BigInt(`0x${cell}`)))
const cellOf = (number: bigint) => number.toString(16)

/**
 * What everybody may read: posts, not replies, of no group, not hidden; by the index that feeds use. A post that is told in
 * a street's cell is found under its area's.
 */
function openIn(db: Db, cells: readonly string[], since: Date) {
  return db`p.near = any(${numbers(cells)}::bigint[]) and p.id >= ${firstIdAt(since)}
    and p.root_id is null and p.group_id is null and p.hidden_at is null`
}

type Asked = { area: string; now: Date }
type Looked = Asked & { isPeek: boolean }

async function postsIn(db: Db, cells: readonly string[], since: Date): Promise<Map<string, number>> {
  const rows = await db<{ near: bigint; count: number }[]>`
    select p.near, count(*)::int4 as count from app.post p where ${openIn(db, cells, since)} group by p.near`
  return new Map(rows.map(({ near, count }) => [cellOf(near), count]))
}

async function restocksIn(db: Db, areas: readonly string[], since: Date): Promise<Map<string, number>> {
  const rows = await db<{ area: string; count: number }[]>`
    select s.area, count(*)::int4 as count from app.restock r join app.store_place s on s.store_id = r.store_id
    where s.area = any(${areas}::text[]) and r.reported_at > ${since} group by s.area`
  return new Map(rows.map(({ area, count }) => [area, count]))
}

/**
 * Posts of whole cities, whatever part of them is on the map: from no number of maps does it follow where in the city one is.
 */
async function postsOfCities(db: Db, wide: readonly string[], since: Date): Promise<Map<string, number>> {
  const found = new Map<string, number>()
  for (const city of wide.filter((cell) => getResolution(cell) === resolutions.city)) {
    const posts = await postsIn(db, feedCells(city), since)
    const count = [...posts.values()].reduce((sum, each) => sum + each, 0)
    if (count > 0) found.set(city, count)
  }
  return found
}

/** What happened in each cell of the map, each thing counted where it is told to be; from far away in its city. */
export async function readHexes(db: Db, { area, now, isPeek }: Looked): Promise<Hex[]> {
  const { areas, wide } = mapCells(area)
  const since = new Date(now.getTime() - ACTIVE_MS)
  const posts = isPeek ? await postsOfCities(db, wide, since) : await postsIn(db, [...areas, ...wide], since)
  const restocks = await restocksIn(db, areas, since)
  const hexOf = (isWide: boolean) => (cell: string) => ({
    ...{ cell, ring: ringOf(cell, area), wide: isWide },
    ...{ posts: posts.get(cell) ?? 0, restocks: restocks.get(cell) ?? 0 },
  })
  return [...wide.filter((cell) => posts.has(cell)).map(hexOf(true)), ...areas.map(hexOf(false))]
}

type Reading = Asked & {
  /** The reader; null when not signed in. */
  memberId: string | null
}

/** Line reports that may still be true, the newest first; of nobody whom the reader keeps out of their way. */
export async function readLines(db: Db, { area, now, memberId }: Reading): Promise<AreaMap['lines']> {
  const { areas, wide } = mapCells(area)
  const since = new Date(now.getTime() - LINE_MS)
  const rows = await db<{ id: string; published: bigint; name: string | null; created_at: Date }[]>`
    select p.id, p.published, s.name, p.created_at from app.post p left join app.store s on s.id = p.store_id
    where p.kind = 'line' and ${openIn(db, [...areas, ...wide], since)} and ${unblockedFor(db, memberId)}
    order by p.id desc limit ${MOST_LINES}`
  return rows.map(({ id, published, name, created_at }) => ({
    ...{ post_id: id, at: pointOf(cellOf(published)), store_name: name },
    created_at: created_at.toISOString(),
  }))
}
