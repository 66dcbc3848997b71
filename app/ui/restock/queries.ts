import { infiniteQueryOptions, queryOptions } from '@tanstack/react-query'
import type { Getter } from '../api/request.ts'
import { PAGE, type RestocksOf, restocksHref, restocksPath } from './asked.ts'

/** One, wherever it stands in the list. Stale when lists are. */
export const restockQuery = (get: Getter, id: string) =>
  queryOptions({ queryKey: ['restocks', 'one', id], queryFn: () => get(`/restocks/${id}`, 'restock') })

/** Below 'restocks': what makes restocks stale makes these stale too. */
export const restocksOfQuery = (get: Getter, of: RestocksOf) =>
  infiniteQueryOptions({
    queryKey: ['restocks', restocksHref(of)],
    queryFn: ({ pageParam }) => get(restocksPath(of, pageParam), 'restocks'),
    initialPageParam: null as string | null,
    getNextPageParam: ({ items }) => (items.length < PAGE ? null : (items.at(-1)?.id ?? null)),
  })
