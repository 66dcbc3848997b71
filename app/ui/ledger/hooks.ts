'use client'
import { useInfiniteQuery, useQuery } from '@tanstack/react-query'
import { useMe } from '../api/hooks.ts'
import * as queries from '../api/queries.ts'
import { browserGet } from '../api/request.ts'
import { mayMove } from './moves.ts'

/** How often to look again when no event can tell us, ms. */
const POLL_MS = 4000

const useIsMember = () => Boolean(useMe().data)

/** Movements on chain, a page at a time. */
export function useEntries() {
  const enabled = useIsMember()
  return useInfiniteQuery({ ...queries.ledgerEntriesQuery(browserGet), enabled })
}

/** Awards on their way, or those that will not come, a page at a time. */
export function useAwards(of: 'open' | 'ended') {
  const enabled = useIsMember()
  return useInfiniteQuery({
    ...queries.awardsQuery(browserGet, of),
    enabled,
    refetchInterval: ({ state }) =>
      of === 'open' && state.data?.pages.some(({ items }) => items.some(mayMove)) ? POLL_MS : false,
  })
}

export function useChart() {
  const enabled = useIsMember()
  return useQuery({ ...queries.ledgerChartQuery(browserGet), enabled })
}
