import { cellToParent } from 'h3-js'
import { resolutions } from '../../core/cell/cell.ts'
import { type AreaMap, type Hex, mapCells, pointOf, ringOf } from '../../core/geo/map.ts'
import type { Db } from '../client.ts'

const DAY_MS = 86_400_000
const ACTIVE_MS = 7 * DAY_MS
const LINE_MS = 6 * 3_600_000
const MOST_LINES = 50

/** H3 cells as app.post has them. */
const numbers = (cells: readonly string[]) => cells.map((cell) => String(BigInt(`0x${cell}`)))
const cellOf = (published: bigint) => published.toString(16)

/** What everybody may read: posts, not replies, of no group, not hidden. */
const isOpen = (db: Db) => db`p.root_id is null and p.group_id is null and p.hidden_at is null`

type Asked = { area: string; now: Date }

async function postsIn(db: Db, cells: readonly string[], since: Date): Promise<Map<string, number>> {
  const rows = await db<{ published: bigint; count: number }[]>`
    select p.published, count(*)::int4 as count from app.post p
    where p.published = any(${numbers(cells)}::bigint[]) and p.created_at > ${since} and ${isOpen(db)}
    group by p.published`
  return new Map(rows.map(({ published, count }) => [cellOf(published), count]))
}

async function restocksIn(db: Db, areas: readonly string[], since: Date): Promise<Map<string, number>> {
  const rows = await db<{ area: string; count: number }[]>`
    select s.area, count(*)::int4 as count from app.restock r join app.store_place s on s.store_id = r.store_id
    where s.area = any(${areas}::text[]) and r.reported_at > ${since} group by s.area`
  return new Map(rows.map(({ area, count }) => [area, count]))
}

/** What happened in each cell of the map, each thing counted where it is told to be. */
export async function readHexes(db: Db, { area, now }: Asked): Promise<Hex[]> {
  const { areas, wide, fine } = mapCells(area)
  const since = new Date(now.getTime() - ACTIVE_MS)
  const posts = await postsIn(db, [...areas, ...wide, ...fine], since)
  const restocks = await restocksIn(db, areas, since)
  for (const cell of fine) {
    const parent = cellToParent(cell, resolutions.area)
    posts.set(parent, (posts.get(parent) ?? 0) + (posts.get(cell) ?? 0))
  }
  const hexOf = (isWide: boolean) => (cell: string) => ({
    ...{ cell, ring: ringOf(cell), wide: isWide },
    ...{ posts: posts.get(cell) ?? 0, restocks: restocks.get(cell) ?? 0 },
  })
  return [...wide.filter((cell) => posts.has(cell)).map(hexOf(true)), ...areas.map(hexOf(false))]
}

/** Line reports that may still be true, the newest first. */
export async function readLines(db: Db, { area, now }: Asked): Promise<AreaMap['lines']> {
  const { areas, wide, fine } = mapCells(area)
  const rows = await db<{ id: string; published: bigint; name: string | null; created_at: Date }[]>`
    select p.id, p.published, s.name, p.created_at from app.post p left join app.store s on s.id = p.store_id
    where p.kind = 'line' and p.published = any(${numbers([...areas, ...wide, ...fine])}::bigint[])
      and p.created_at > ${new Date(now.getTime() - LINE_MS)} and ${isOpen(db)}
    order by p.id desc limit ${MOST_LINES}`
  return rows.map(({ id, published, name, created_at }) => ({
    ...{ post_id: id, at: pointOf(cellOf(published)), store_name: name },
    created_at: created_at.toISOString(),
  }))
}
