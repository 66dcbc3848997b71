import type { Fragment } from 'postgres'
import type { PostPlace } from '../../core/post/cursor.ts'
import type { FeedSort } from '../../core/post/shape.ts'
import { cellNumber } from '../../core/veil/span.ts'
import type { Db } from '../client.ts'

export type NearbyOptions = {
  /** Under which to look, as `feedCells` says. */
  cells: readonly string[]
  sort: FeedSort
  /** The last one of the page before; null: from the top. */
  before: PostPlace | null
  /** Posts at most. */
  limit: number
  /** What the reader wants to see of them: conditions that begin with "and", on the row that the query calls `p`. */
  where?: Fragment
}

/** The first look takes so many of each cell: enough where posts are spread, few where a cell has them all. */
const FIRST_LOOK = 3

/** How each order is said, and what is below all. */
function orderOf(db: Db, { sort, before }: Pick<NearbyOptions, 'sort' | 'before'>) {
  if (sort === 'new')
    return {
      // Without the rank, which the index of this order does not hold.
      ...{
        key: db`p.id`,
        rank: db`null::float8`,
        order: db`p.id desc`,
        least: db`'00000000-0000-0000-0000-000000000000'::uuid`,
      },
      after: before ? db`and p.id < ${before.id}::uuid` : db``,
    }
  return {
    ...{ key: db`p.hot`, rank: db`p.hot`, order: db`p.hot desc, p.id desc`, least: db`'-Infinity'::float8` },
    after: before ? db`and (p.hot, p.id) < (${before.hot}::float8, ${before.id}::uuid)` : db``,
  }
}

/**
 * The posts that a feed shows next, best first: one short index range for each cell, merged. Two looks, so that of each cell no
 * more is read than the page may need: the few best of each say how good the last one on the page must be at least, and
 * what is below that is not read at all.
 * @returns where each stands, `hot` null in the order of time
 */
export async function nearbyPosts(db: Db, options: NearbyOptions): Promise<PostPlace[]> {
  const { cells, limit, where = db`` } = options
  const { key, rank, order, least, after } = orderOf(db, options)
  // Numbers in the text, not parameters: a plan for any limit is a worse one, and planning anew is a third of the time.
  const first = (count: number) => db.unsafe(`limit ${count}`)
  const numbers = `{${cells.map(cellNumber).join()}}`
  const best = (most: number, floor: Fragment) => db`
    select p.id, p.hot from unnest(${numbers}::bigint[]) as cell (near), lateral (
      select p.id, ${rank} as hot from app.post p
      where p.near = cell.near and p.root_id is null and p.group_id is null and p.hidden_at is null ${after} ${floor} ${where}
      order by ${order} ${first(most)}) as p`
  return db<PostPlace[]>`
    with first_look as materialized (${best(FIRST_LOOK, db``)}),
    floor as (select ${key} as key from first_look p order by ${order} offset ${db.unsafe(String(limit - 1))} limit 1)
    select p.id, p.hot
    from (${best(limit, db`and ${key} >= coalesce((select key from floor), ${least})`)}) as p
    order by ${order} ${first(limit)}`
}
