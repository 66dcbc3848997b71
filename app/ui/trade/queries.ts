import { infiniteQueryOptions, queryOptions } from '@tanstack/react-query'
import type { Getter } from '../api/request.ts'

const FIRST = null as string | null

export const tradesQuery = (get: Getter) =>
  infiniteQueryOptions({
    queryKey: ['trades', 'own'],
    queryFn: ({ pageParam }) => get(`/community/trades${pageParam ? `?before=${pageParam}` : ''}`, 'trades'),
    initialPageParam: FIRST,
    getNextPageParam: ({ next }) => next,
  })

export const tradeQuery = (get: Getter, id: string) =>
  queryOptions({
    queryKey: ['trade', id],
    queryFn: () => get(`/community/trades/${encodeURIComponent(id)}`, 'trade'),
  })

export const disputesQuery = (get: Getter) =>
  queryOptions({
    queryKey: ['trades', 'disputes'],
    queryFn: () => get('/community/trades/disputes', 'disputes'),
  })

export const ringsQuery = (get: Getter) =>
  queryOptions({ queryKey: ['trades', 'rings'], queryFn: () => get('/community/trade-rings', 'rings') })

export const ringQuery = (get: Getter, id: string) =>
  queryOptions({
    queryKey: ['trades', 'ring', id],
    queryFn: () => get(`/community/trade-rings/${encodeURIComponent(id)}`, 'ring'),
  })

export const theirClosetQuery = (get: Getter, username: string) =>
  queryOptions({
    queryKey: ['closet', 'of', username],
    queryFn: () => get(`/users/${encodeURIComponent(username)}/closet`, 'theirCloset'),
  })

export const closetQuery = (get: Getter) =>
  queryOptions({ queryKey: ['closet'], queryFn: () => get('/me/closet', 'closet') })

export const matchesQuery = (get: Getter) =>
  queryOptions({ queryKey: ['closet', 'matches'], queryFn: () => get('/me/closet/matches', 'matches') })
