import { infiniteQueryOptions, queryOptions } from '@tanstack/react-query'
import { Problem } from './problem.ts'
import type { Getter } from './request.ts'

async function memberOrNull(get: Getter) {
  try {
    return await get('/me', 'member')
  } catch (error) {
    if (error instanceof Problem && error.code === 'auth.required') return null
    throw error
  }
}

export const meQuery = (get: Getter) => queryOptions({ queryKey: ['me'], queryFn: () => memberOrNull(get) })

export const clientQuery = (get: Getter) =>
  queryOptions({
    queryKey: ['client'],
    queryFn: () => get('/client', 'client'),
    staleTime: Number.POSITIVE_INFINITY,
  })

export const sneakersQuery = (get: Getter) =>
  queryOptions({ queryKey: ['sneakers'], queryFn: () => get('/sneakers', 'sneakers') })

export const storesQuery = (get: Getter) =>
  queryOptions({ queryKey: ['stores'], queryFn: () => get('/stores', 'stores') })

export const dropsQuery = (get: Getter) =>
  queryOptions({ queryKey: ['drops'], queryFn: () => get('/drops', 'drops') })

export const dropQuery = (get: Getter, slug: string) =>
  queryOptions({ queryKey: ['drop', slug], queryFn: () => get(`/drops/${encodeURIComponent(slug)}`, 'drop') })

export const purchasesQuery = (get: Getter) =>
  queryOptions({ queryKey: ['purchases'], queryFn: () => get('/purchase-requests', 'purchases') })

export const purchaseQuery = (get: Getter, id: string) =>
  queryOptions({
    queryKey: ['purchase', id],
    queryFn: () => get(`/purchase-requests/${encodeURIComponent(id)}`, 'purchase'),
  })

export const walletsQuery = (get: Getter) =>
  queryOptions({ queryKey: ['wallets'], queryFn: () => get('/me/wallets', 'wallets') })

export const sessionsQuery = (get: Getter) =>
  queryOptions({ queryKey: ['sessions'], queryFn: () => get('/me/sessions', 'sessions') })

export const notificationsQuery = (get: Getter) =>
  queryOptions({ queryKey: ['notifications'], queryFn: () => get('/me/notifications', 'notifications') })

export const confirmedQuery = (get: Getter) =>
  queryOptions({ queryKey: ['confirmed'], queryFn: () => get('/me/confirm', 'confirmed') })

export const passesQuery = (get: Getter) =>
  queryOptions({ queryKey: ['passes'], queryFn: () => get('/passes', 'passes') })

export const relaysQuery = (get: Getter) =>
  queryOptions({ queryKey: ['relays'], queryFn: () => get('/relay', 'relays') })

export const ledgerQuery = (get: Getter) =>
  queryOptions({ queryKey: ['ledger'], queryFn: () => get('/ledger', 'ledger') })

/** Below 'ledger': what makes the ledger stale makes these stale too. */
export const ledgerChartQuery = (get: Getter) =>
  queryOptions({ queryKey: ['ledger', 'chart'], queryFn: () => get('/ledger/chart', 'ledgerChart') })

const from = (after: string | null) => (after === null ? '' : `&after=${encodeURIComponent(after)}`)

export const ledgerEntriesQuery = (get: Getter) =>
  infiniteQueryOptions({
    queryKey: ['ledger', 'entries'],
    queryFn: ({ pageParam }) => get(`/ledger/entries?limit=30${from(pageParam)}`, 'ledgerPage'),
    initialPageParam: null as string | null,
    getNextPageParam: ({ next }) => next,
  })

export const awardsQuery = (get: Getter, of: 'open' | 'ended') =>
  infiniteQueryOptions({
    queryKey: ['ledger', 'awards', of],
    queryFn: ({ pageParam }) => get(`/ledger/awards?of=${of}&limit=30${from(pageParam)}`, 'awardPage'),
    initialPageParam: null as string | null,
    getNextPageParam: ({ next }) => next,
  })
