import {
  cellToChildren,
  cellToLatLng,
  cellToParent,
  getResolution,
  greatCircleDistance,
  gridDisk,
} from 'h3-js'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { placeOf } from '../../core/cell/cell.ts'
import { hotRank } from '../../core/feed/hot.ts'
import { feedCells, NEAR_KM } from '../../core/feed/near.ts'
import { uuidv7 } from '../../core/id.ts'
import type { PostPlace } from '../../core/post/cursor.ts'
import type { FeedSort } from '../../core/post/shape.ts'
import { createDatabase, type TestDatabase } from '../../test/support/database.ts'
import type { Db } from '../client.ts'
import { nearbyPosts } from './nearby.ts'

type Post = { id: string; published: string; hot: number; kind: 'seen' | 'hidden' | 'reply' | 'group' }

const DAY_MS = 86_400_000
const begin = Date.UTC(2026, 10, 1)
const { area: home } = placeOf({ latitude: 40.7195, longitude: -73.9613 })
const sorts = ['new', 'hot'] as const satisfies readonly FeedSort[]
let database: TestDatabase
let posts: Post[]

/** The same numbers at each run, 0 to 1. */
function numbers(seed: number) {
  let state = seed
  return () => {
    state = (state * 1_103_515_245 + 12_345) % 2 ** 31
    return state / 2 ** 31
  }
}

/** Posts told at each resolution, most of them close by, some in places where nobody else posts. */
function scatter(count: number): Post[] {
  const random = numbers(9)
  const near = gridDisk(home, 4)
  const far = gridDisk(home, 9)
  const pick = <T>(of: readonly T[]) => of[Math.floor(random() ** 2 * of.length)] as T
  return Array.from({ length: count }, (_, nth) => {
    const area = pick(random() < 0.8 ? near : far)
    const resolution = pick([7, 8, 6, 5])
    const published = resolution > 7 ? pick(cellToChildren(area, 8)) : cellToParent(area, resolution)
    const createdAt = new Date(begin + random() * 20 * DAY_MS)
    const hot = hotRank({
      likes: Math.floor(random() * 3),
      up: Math.floor(random() ** 4 * 300),
      down: 1,
      createdAt,
    })
    const kind = (['seen', 'seen', 'seen', 'hidden', 'reply', 'group'] as const)[nth % 6] ?? 'seen'
    return { id: uuidv7(createdAt.getTime()), published, hot, kind }
  })
}

async function write({ app }: TestDatabase, root: Post, all: readonly Post[]): Promise<void> {
  const now = new Date(begin)
  const group = { id: uuidv7(), slug: 'others', name: 'Others', about: '', access: 'invite', created_at: now }
  await app`insert into app.cook_group ${app(group)}`
  const row = ({ id, published, hot, kind }: Post) => ({
    ...{ id, hot, text: 'x', created_at: now, published: String(BigInt(`0x${published}`)) },
    resolution: getResolution(published),
    kind: kind === 'reply' ? null : 'intel',
    root_id: kind === 'reply' ? root.id : null,
    parent_id: kind === 'reply' ? root.id : null,
    group_id: kind === 'group' ? group.id : null,
    hidden_at: kind === 'hidden' ? now : null,
  })
  for (let from = 0; from < all.length; from += 500)
    await app`insert into app.post ${app(all.slice(from, from + 500).map(row))}`
  await app`vacuum analyze app.post`
}

/** What is near, asked of one post after the other, by distance and nothing else. */
function isNear(published: string, view: string): boolean {
  const areas = getResolution(published) > 7 ? [cellToParent(published, 7)] : cellToChildren(published, 7)
  return areas.some((area) => greatCircleDistance(cellToLatLng(area), cellToLatLng(view), 'km') <= NEAR_KM)
}

function expected(view: string, sort: FeedSort): string[] {
  const byId = (one: Post, other: Post) => (one.id < other.id ? 1 : -1)
  return posts
    .filter(({ kind, published }) => kind === 'seen' && isNear(published, view))
    .sort((one, other) => (sort === 'hot' && one.hot !== other.hot ? other.hot - one.hot : byId(one, other)))
    .map(({ id }) => id)
}

beforeAll(async () => {
  database = await createDatabase()
  const [root, ...rest] = scatter(6_001)
  if (!root) throw new Error('no posts')
  posts = [{ ...root, kind: 'seen' }, ...rest]
  await write(database, root, posts)
})
afterAll(() => database.close())

test.each(sorts)(
  'page by page a feed is what a look at each post says, in its order, to the end (%s)',
  async (sort) => {
    for (const view of [home, ...gridDisk(home, 6).slice(-2)]) {
      const cells = feedCells(view)
      const found: string[] = []
      let before: PostPlace | null = null
      for (;;) {
        const page: PostPlace[] = await nearbyPosts(database.app, { cells, sort, before, limit: 97 })
        found.push(...page.map(({ id }) => id))
        before = page.at(-1) ?? null
        if (before === null) break
      }
      expect(found).toEqual(expected(view, sort))
    }
  },
)

test.each(sorts)('of pages of every length the first is the beginning of the same (%s)', async (sort) => {
  const cells = feedCells(home)
  const all = expected(home, sort)
  expect(all.length).toBeGreaterThan(1_000)
  for (const limit of [1, 2, 5, 30, 200, 5_000]) {
    const page = await nearbyPosts(database.app, { cells, sort, before: null, limit })
    expect(page.map(({ id }) => id)).toEqual(all.slice(0, limit))
  }
})

test.each(sorts)('what the reader does not want takes no place on the page (%s)', async (sort) => {
  const all = expected(home, sort)
  const unwanted = all.filter((_, place) => place % 3 !== 1)
  const where = database.app`and p.id <> all (${unwanted}::uuid[])`
  const options = { cells: feedCells(home), sort, before: null, limit: 30, where }
  const page = await nearbyPosts(database.app, options)
  expect(page.map(({ id }) => id)).toEqual(all.filter((_, place) => place % 3 === 1).slice(0, 30))
})

test('a post is found under the cell that the rule says, whatever it is told to be in', async () => {
  const rows = await database.app<{ published: string; near: string }[]>`
    select to_hex(published) as published, to_hex(near) as near from app.post group by published, near`
  const rule = (cell: string) => (getResolution(cell) === 8 ? cellToParent(cell, 7) : cell)
  for (const { published, near } of rows) expect(near).toBe(rule(published))
  expect(new Set(rows.map(({ published }) => getResolution(published)))).toEqual(new Set([5, 6, 7, 8]))
})

test.each(sorts)(
  'a page reads a few posts of each cell, by the index of its place and order alone (%s)',
  async (sort) => {
    const cells = feedCells(home)
    const readBy = async (work: (tx: Db) => Promise<unknown>) => {
      // Entries of indexes, not rows: those whose page a vacuum has seen are read without their row.
      const stats = (tx: Db) => tx<{ scans: bigint; posts: bigint }[]>`
        select pg_stat_get_xact_numscans('app.post'::regclass) as scans,
          sum(pg_stat_get_xact_tuples_returned(indexrelid)) as posts
        from pg_index where indrelid = 'app.post'::regclass`
      return database.app.begin(async (tx) => {
        const [before] = await stats(tx)
        await work(tx)
        const [after] = await stats(tx)
        return {
          scans: Number(after?.scans) - Number(before?.scans),
          posts: Number(after?.posts) - Number(before?.posts),
        }
      })
    }
    const read = await readBy((tx) => nearbyPosts(tx, { cells, sort, before: null, limit: 30 }))
    expect(read.scans).toBe(0)
    expect(read.posts).toBeGreaterThan(0)
    expect(read.posts).toBeLessThan(expected(home, sort).length / 3)
  },
)
