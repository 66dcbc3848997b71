import { infiniteQueryOptions, queryOptions } from '@tanstack/react-query'
import type { Getter } from '../api/request.ts'
import { PAGE, type RestocksOf, restocksHref, restocksPath } from './asked.ts'

/** All are below 'restocks': what makes restocks stale makes these stale too. What others than its reporter saw of a pair too. */
export const seenQuery = (get: Getter, sneakerId: string) =>
  queryOptions({
    queryKey: ['restocks', 'seen', sneakerId],
    queryFn: () => get(`/restocks?sneaker_id=${sneakerId}&confirmed_only=true&state=in&limit=50`, 'restocks'),
  })

/** One, wherever it stands in the list. */
export const restockQuery = (get: Getter, id: string) =>
  queryOptions({ queryKey: ['restocks', 'one', id], queryFn: () => get(`/restocks/${id}`, 'restock') })

export const restocksOfQuery = (get: Getter, of: RestocksOf) =>
  infiniteQueryOptions({
    queryKey: ['restocks', restocksHref(of)],
    queryFn: ({ pageParam }) => get(restocksPath(of, pageParam), 'restocks'),
    initialPageParam: null as string | null,
    getNextPageParam: ({ items }) => (items.length < PAGE ? null : (items.at(-1)?.id ?? null)),
  })
