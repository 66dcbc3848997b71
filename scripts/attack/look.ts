import { z } from 'zod'
import type { Api } from './api.ts'
import type { Account } from './crew.ts'
import type { Post } from './plant.ts'

const pageShape = z.object({
  items: z.array(z.looseObject({ id: z.string() })),
  next: z.string().nullable().optional(),
  peek: z.boolean().optional(),
})
export const sorts = ['new', 'hot'] as const

/** One feed, as far as the posts are in it. */
export type Feed = {
  near: string
  sort: (typeof sorts)[number]
  status: number
  /** Looked at from far away, as the instance says. */
  isPeek: boolean
  /** Of the posts that are attacked, in the feed's order, as it shows them. */
  shown: { id: string; item: unknown }[]
}

/** Pages of a feed that are read: what was posted a minute ago is on the first. */
const PAGES = 3

type Looking = { near: string; sort: Feed['sort']; token?: string | undefined; posts: readonly Post[] }

async function look(api: Api, { near, sort, token, posts }: Looking): Promise<Feed> {
  const ids = new Set(posts.map(({ id }) => id))
  const feed: Feed = { near, sort, status: 0, isPeek: false, shown: [] }
  let cursor = ''
  for (let page = 0; page < PAGES && feed.shown.length < ids.size; page++) {
    const path = `/community/feed?near=${near}&sort=${sort}&limit=100${cursor}`
    const { status, json } = await api(path, token === undefined ? {} : { token })
    feed.status = status
    const parsed = pageShape.safeParse(json)
    if (!parsed.success) break
    const { items, next, peek } = parsed.data
    feed.isPeek = peek ?? false
    feed.shown.push(...items.filter(({ id }) => ids.has(id)).map((item) => ({ id: item.id, item })))
    if (!next) break
    cursor = `&cursor=${encodeURIComponent(next)}`
  }
  return feed
}

type Walk = {
  cells: readonly string[]
  spies: readonly (Account | undefined)[]
  posts: readonly Post[]
  /** What is done in each cell besides, while the spy stands there. */
  leaveEar: (near: string, token: string | undefined) => Promise<void>
}

/** The posts as each of these cells shows them, in both orders, to spies who share the walk between them. */
export async function lookAround(api: Api, { cells, spies, posts, leaveEar }: Walk): Promise<Feed[]> {
  const feeds: Feed[] = []
  const each = Math.ceil(cells.length / spies.length)
  for (const [nth, near] of cells.entries()) {
    const token = spies[Math.floor(nth / each)]?.token
    for (const sort of sorts) feeds.push(await look(api, { near, sort, token, posts }))
    await leaveEar(near, token)
  }
  return feeds
}
