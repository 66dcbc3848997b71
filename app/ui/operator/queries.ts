'use client'
import { queryOptions, useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { browserGet, request } from '../api/request.ts'

/** What is shown is of now, ms. */
const LOOK_MS = 10_000

const healthQuery = queryOptions({
  queryKey: ['operator', 'health'],
  queryFn: () => browserGet('/health', 'health'),
  refetchInterval: LOOK_MS,
})
const relayerQuery = queryOptions({
  queryKey: ['operator', 'relayer'],
  queryFn: () => browserGet('/health/relayer', 'waiting'),
  refetchInterval: LOOK_MS,
})
const operatorQuery = queryOptions({
  queryKey: ['operator', 'figures'],
  queryFn: () => browserGet('/operator', 'operator'),
  refetchInterval: LOOK_MS,
})
const deadQuery = queryOptions({
  queryKey: ['operator', 'dead'],
  queryFn: () => browserGet('/operator/dead-letters', 'deadLetters'),
  refetchInterval: LOOK_MS,
})

export const useHealth = () => useQuery(healthQuery)
export const useRelayer = () => useQuery(relayerQuery)
export const useOperator = () => useQuery(operatorQuery)
export const useDeadLetters = () => useQuery(deadQuery)

function useLookAgain() {
  const client = useQueryClient()
  return { onSettled: () => client.invalidateQueries({ queryKey: ['operator'] }) }
}

const path = (rest: string) => `/operator/dead-letters/${rest}/replay`

export function useReplayCheckout(id: string) {
  return useMutation({
    mutationFn: () =>
      request({ path: path(`checkouts/${id}`), shape: 'askedAnew', method: 'POST', body: {} }),
    ...useLookAgain(),
  })
}

export function useReplayDelivery(id: string) {
  return useMutation({
    mutationFn: () => request({ path: path(`deliveries/${id}`), shape: 'nothing', method: 'POST', body: {} }),
    ...useLookAgain(),
  })
}

export function useReplayDeliveries() {
  return useMutation({
    mutationFn: () => request({ path: path('deliveries'), shape: 'replayed', method: 'POST', body: {} }),
    ...useLookAgain(),
  })
}
