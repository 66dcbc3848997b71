import { infiniteQueryOptions } from '@tanstack/react-query'
import type { Getter } from '../api/request.ts'

const LIMIT = 30

/** The API names the last one of a page; a full page has one after it, or an empty one. */
const before = <Item extends { id: string }>({ items }: { items: Item[] }) =>
  items.length === LIMIT ? (items.at(-1)?.id ?? null) : null
const from = (id: string | null) => (id === null ? '' : `&before=${id}`)

export const reviewAwardsQuery = (get: Getter, username: string) =>
  infiniteQueryOptions({
    queryKey: ['review', 'awards', username],
    queryFn: ({ pageParam }) => {
      const of = username === '' ? '' : `&username=${encodeURIComponent(username)}`
      return get(`/karma/awards?limit=${LIMIT}${of}${from(pageParam)}`, 'reviewAwards')
    },
    initialPageParam: null as string | null,
    getNextPageParam: before,
  })

export const reviewChallengesQuery = (get: Getter, state: 'open' | 'all') =>
  infiniteQueryOptions({
    queryKey: ['review', 'challenges', state],
    queryFn: ({ pageParam }) =>
      get(`/karma/challenges?state=${state}&limit=${LIMIT}${from(pageParam)}`, 'reviewChallenges'),
    initialPageParam: null as string | null,
    getNextPageParam: before,
  })

export const reviewAppealsQuery = (get: Getter, state: 'open' | 'all') =>
  infiniteQueryOptions({
    queryKey: ['review', 'appeals', state],
    queryFn: ({ pageParam }) =>
      get(`/karma/appeals?state=${state}&limit=${LIMIT}${from(pageParam)}`, 'reviewAppeals'),
    initialPageParam: null as string | null,
    getNextPageParam: before,
  })
