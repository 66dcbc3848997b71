import { infiniteQueryOptions, queryOptions } from '@tanstack/react-query'
import type { PostPage } from '../../../core/post/shape.ts'
import type { Getter } from '../api/request.ts'
import { type FeedOf, feedHref, feedPath } from './asked.ts'

const FIRST = null as string | null

/** What is read stands still: nothing but its reader, or news of one of its posts, changes it. */
const still = {
  staleTime: Number.POSITIVE_INFINITY,
  refetchOnWindowFocus: false,
  refetchOnReconnect: false,
} as const

const pages = {
  initialPageParam: FIRST,
  getNextPageParam: ({ next }: PostPage) => next,
  ...still,
} as const

const after = (cursor: string | null) => (cursor === null ? '' : `&cursor=${encodeURIComponent(cursor)}`)

export const feedQuery = (get: Getter, of: FeedOf) =>
  infiniteQueryOptions({
    queryKey: ['posts', feedHref(of)],
    queryFn: ({ pageParam }) => get(feedPath(of, pageParam), 'feedPage'),
    ...pages,
  })

export const savedQuery = (get: Getter) =>
  infiniteQueryOptions({
    queryKey: ['posts', 'saved'],
    queryFn: ({ pageParam }) => get(`/community/saved?limit=20${after(pageParam)}`, 'postPage'),
    ...pages,
  })

export const userPostsQuery = (get: Getter, username: string) =>
  infiniteQueryOptions({
    queryKey: ['posts', `by ${username}`],
    queryFn: ({ pageParam }) =>
      get(`/users/${encodeURIComponent(username)}/posts?limit=20${after(pageParam)}`, 'postPage'),
    ...pages,
  })

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
