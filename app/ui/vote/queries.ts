import { infiniteQueryOptions, queryOptions } from '@tanstack/react-query'
import type { Getter } from '../api/request.ts'

const NO_CURSOR = null as string | null

export const votesQuery = (get: Getter) =>
  infiniteQueryOptions({
    queryKey: ['votes', 'list'],
    queryFn: ({ pageParam }) => get(`/votes?limit=20${pageParam ? `&before=${pageParam}` : ''}`, 'proposals'),
    initialPageParam: NO_CURSOR,
    getNextPageParam: ({ next }) => next,
  })

export const voteQuery = (get: Getter, id: string) =>
  queryOptions({
    queryKey: ['votes', 'one', id],
    queryFn: () => get(`/votes/${encodeURIComponent(id)}`, 'proposal'),
  })

export const voteOptionsQuery = (get: Getter) =>
  queryOptions({ queryKey: ['votes', 'options'], queryFn: () => get('/votes/options', 'voteOptions') })

/** What of the product holds, by members' votes. */
export const featuresQuery = (get: Getter) =>
  queryOptions({ queryKey: ['features'], queryFn: () => get('/features', 'features') })
