import { infiniteQueryOptions, queryOptions } from '@tanstack/react-query'
import type { Getter } from '../api/request.ts'
import { type FeedOf, feedHref, feedPath } from './asked.ts'

const FIRST = null as string | null

/** What is read stands still: nothing but its reader, or news of one of its posts, changes it. */
const still = {
  staleTime: Number.POSITIVE_INFINITY,
  refetchOnWindowFocus: false,
  refetchOnReconnect: false,
} as const

const listQuery = (get: Getter, name: string, path: (cursor: string | null) => string) =>
  infiniteQueryOptions({
    queryKey: ['posts', name],
    queryFn: ({ pageParam }) => get(path(pageParam), 'postPage'),
    initialPageParam: FIRST,
    getNextPageParam: ({ next }) => next,
    ...still,
  })

const after = (cursor: string | null) => (cursor === null ? '' : `&cursor=${encodeURIComponent(cursor)}`)

export const feedQuery = (get: Getter, of: FeedOf) =>
  listQuery(get, feedHref(of), (cursor) => feedPath(of, cursor))

export const savedQuery = (get: Getter) =>
  listQuery(get, 'saved', (cursor) => `/community/saved?limit=20${after(cursor)}`)

export const userPostsQuery = (get: Getter, username: string) =>
  listQuery(
    get,
    `by ${username}`,
    (cursor) => `/users/${encodeURIComponent(username)}/posts?limit=20${after(cursor)}`,
  )

export const profileQuery = (get: Getter, username: string) =>
  queryOptions({
    queryKey: ['profile', username],
    queryFn: () => get(`/users/${encodeURIComponent(username)}`, 'profile'),
  })

export const postQuery = (get: Getter, id: string) =>
  queryOptions({
    queryKey: ['post', id],
    queryFn: () => get(`/community/posts/${encodeURIComponent(id)}`, 'post'),
  })

/** Oldest first: what comes in while one reads stands at the end. */
export const repliesQuery = (get: Getter, id: string) =>
  infiniteQueryOptions({
    queryKey: ['replies', id],
    queryFn: ({ pageParam }) =>
      get(`/community/posts/${encodeURIComponent(id)}/replies?limit=50${after(pageParam)}`, 'postPage'),
    initialPageParam: FIRST,
    getNextPageParam: ({ next }) => next,
  })
