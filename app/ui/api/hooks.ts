'use client'
import { useQuery } from '@tanstack/react-query'
import type { Drop } from '../../../core/drop/shape.ts'
import { isOver } from '../checkout/progress.ts'
import { mayMove } from '../ledger/moves.ts'
import { useLiveStatus } from '../live/live.tsx'
import * as queries from './queries.ts'
import { browserGet } from './request.ts'

/** How often to look again when no event can tell us, ms. */
const POLL_MS = 4000
/** Between questions when the moment is now: clocks differ, ms. */
const MOMENT_MS = 1000

/** Who reads; null: nobody. Nobody becomes somebody on a page of their own, which is loaded anew: it is not asked again. */
export const useMe = () =>
  useQuery({ ...queries.meQuery(browserGet), enabled: ({ state }) => state.data !== null })
export const useClient = () => useQuery(queries.clientQuery(browserGet))
export const useSneakers = () => useQuery(queries.sneakersQuery(browserGet))
export const useStores = () => useQuery(queries.storesQuery(browserGet))

/** Longest wait of a timer, ms: more overflows it. */
const LONGEST_MS = 2 ** 31 - 1

/** When to ask again because of nothing but time: at the first of these moments, ms from now. */
export function untilNext(moments: readonly string[]): number | false {
  if (moments.length === 0) return false
  const first = Math.min(...moments.map((at) => Date.parse(at)))
  return Math.min(Math.max(first - Date.now(), MOMENT_MS), LONGEST_MS)
}

const changesOf = (drops: readonly Drop[] | undefined) =>
  (drops ?? []).flatMap(({ gate }) => gate?.changes_at ?? [])

export const useDrops = () =>
  useQuery({
    ...queries.dropsQuery(browserGet),
    refetchInterval: ({ state }) => untilNext(changesOf(state.data?.items)),
  })
export const useDrop = (slug: string) =>
  useQuery({
    ...queries.dropQuery(browserGet, slug),
    refetchInterval: ({ state }) => untilNext(changesOf(state.data && [state.data])),
  })

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
    refetchInterval: ({ state }) => (state.data?.pending.some(mayMove) ? POLL_MS : false),
  })
}
