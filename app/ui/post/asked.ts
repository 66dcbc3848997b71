import type { FeedSort } from '../../../core/post/shape.ts'
import type { WatchPosts } from '../../../core/post/socket.ts'

/** A page of posts. */
const PAGE = 20

/** The address of a feed, as it stands in the URL: whatever somebody typed there. */
export type Asked = { [Name in keyof FeedOf]?: string | string[] }

/** Which feed: of everywhere, or by one of these. */
export type FeedOf = {
  /** An H3 cell: of resolution 7, where the reader is; of 5, a city that they look at from far away. */
  near?: string
  /** Of those whom the reader follows. */
  following?: '1'
  sneaker?: string
  store?: string
  /** A cook group's own feed, on its page. */
  group?: string
  /** Newest first when not said. */
  sort?: FeedSort
}

const uuid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/
/** What each part of an address must look like; H3 writes the resolution into the second digit. */
const forms: Record<keyof FeedOf, RegExp> = {
  near: /^8[57][0-9a-f]{13}$/,
  following: /^1$/,
  sneaker: uuid,
  store: uuid,
  group: uuid,
  sort: /^hot$/,
}
const names = Object.keys(forms) as (keyof FeedOf)[]

/** The feed that is meant; what cannot be read is left out, and of several ways to narrow it the first one counts. */
export function askedOf(asked: Asked): FeedOf {
  const said = names.flatMap((name) => {
    const value = asked[name]
    return typeof value === 'string' && forms[name].test(value) ? [[name, value] as const] : []
  })
  const way = said.find(([name]) => name !== 'sort')
  return Object.fromEntries(said.filter((part) => part === way || part[0] === 'sort'))
}

/** Its page. */
export function feedHref(of: FeedOf): string {
  const query = new URLSearchParams(names.flatMap((name) => (of[name] ? [[name, of[name]]] : []))).toString()
  return `/${query && '?'}${query}`
}

const asApi: Record<keyof FeedOf, string> = {
  near: 'near',
  following: 'following',
  sneaker: 'sneaker_id',
  store: 'store_id',
  group: 'group_id',
  sort: 'sort',
}

/** The same below the API, from after this cursor on. */
export function feedPath(of: FeedOf, cursor: string | null): string {
  const query = new URLSearchParams({ limit: String(PAGE) })
  for (const name of names) if (of[name]) query.set(asApi[name], of[name])
  if (cursor) query.set('cursor', cursor)
  return `/community/feed?${query}`
}

/** Whether a cell is a whole city, which one looks at from far away. */
export const isCity = (cell: string) => cell.startsWith('85')

/** What of the news on posts is news on this feed; some of it may be of posts that it does not show. */
export function watchOf({ near, group }: FeedOf): WatchPosts {
  if (group) return { group_id: group }
  return near ? { near } : { all: true }
}
