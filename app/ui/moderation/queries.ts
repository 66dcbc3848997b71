import { infiniteQueryOptions, queryOptions } from '@tanstack/react-query'
import type { Getter } from '../api/request.ts'

const LIMIT = 30

/** The API names the last one of a page; a full page has one after it, or an empty one. */
const before = <Item extends { id: string }>({ items }: { items: Item[] }) =>
  items.length === LIMIT ? (items.at(-1)?.id ?? null) : null
const from = (id: string | null) => (id === null ? '' : `&before=${id}`)
const first = null as string | null

export const modLogQuery = (get: Getter) =>
  infiniteQueryOptions({
    queryKey: ['moderation', 'log'],
    queryFn: ({ pageParam }) => get(`/moderation/log?limit=${LIMIT}${from(pageParam)}`, 'modLog'),
    initialPageParam: first,
    getNextPageParam: before,
  })

export const casesQuery = (get: Getter, state: 'open' | 'all') =>
  infiniteQueryOptions({
    queryKey: ['moderation', 'cases', state],
    queryFn: ({ pageParam }) =>
      get(`/moderation/cases?state=${state}&limit=${LIMIT}${from(pageParam)}`, 'modCases'),
    initialPageParam: first,
    getNextPageParam: before,
  })

export const modAppealsQuery = (get: Getter, state: 'open' | 'all') =>
  infiniteQueryOptions({
    queryKey: ['moderation', 'appeals', state],
    queryFn: ({ pageParam }) =>
      get(`/moderation/appeals?state=${state}&limit=${LIMIT}${from(pageParam)}`, 'modAppeals'),
    initialPageParam: first,
    getNextPageParam: before,
  })

export const filtersQuery = (get: Getter) =>
  queryOptions({
    queryKey: ['moderation', 'filters'],
    queryFn: () => get('/moderation/filters', 'wordFilters'),
  })

export const recordQuery = (get: Getter, username: string) =>
  queryOptions({
    queryKey: ['moderation', 'member', username],
    queryFn: () => get(`/moderation/members/${encodeURIComponent(username)}`, 'memberRecord'),
    retry: false,
  })

export const conductQuery = (get: Getter) =>
  queryOptions({ queryKey: ['conduct'], queryFn: () => get('/me/conduct', 'conduct') })

export const blocksQuery = (get: Getter) =>
  queryOptions({ queryKey: ['blocks'], queryFn: () => get('/me/blocks', 'blocks') })
