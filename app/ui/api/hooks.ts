'use client'
import { useQuery } from '@tanstack/react-query'
import { isOver } from '../checkout/progress.ts'
import { movesByItself } from '../ledger/moves.ts'
import { useLiveStatus } from '../live/live.tsx'
import * as queries from './queries.ts'
import { browserGet } from './request.ts'

/** How often to look again when no event can tell us, ms. */
const POLL_MS = 4000

export const useMe = () => useQuery(queries.meQuery(browserGet))
export const useClient = () => useQuery(queries.clientQuery(browserGet))
export const useSneakers = () => useQuery(queries.sneakersQuery(browserGet))
export const useStores = () => useQuery(queries.storesQuery(browserGet))
export const useDrops = () => useQuery(queries.dropsQuery(browserGet))
export const useDrop = (slug: string) => useQuery(queries.dropQuery(browserGet, slug))

export const useRestocks = () => useQuery(queries.restocksQuery(browserGet))

export function usePurchases() {
  const { data: me } = useMe()
  return useQuery({ ...queries.purchasesQuery(browserGet), enabled: Boolean(me) })
}

/** One request; events drive it, and while the socket is down it is polled until it is over. */
export function usePurchase(id: string) {
  const live = useLiveStatus() === 'live'
  return useQuery({
    ...queries.purchaseQuery(browserGet, id),
    refetchInterval: ({ state }) => (live || (state.data && isOver(state.data.state)) ? false : POLL_MS),
  })
}

/** The ledger: balance, sums and the block of both. */
export function useLedger() {
  const { data: me } = useMe()
  return useQuery({
    ...queries.ledgerQuery(browserGet),
    enabled: Boolean(me),
    refetchInterval: ({ state }) => (state.data?.pending.some(movesByItself) ? POLL_MS : false),
  })
}
