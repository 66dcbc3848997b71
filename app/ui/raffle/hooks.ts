'use client'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import type { PlanInput } from '../../../core/raffle/plan.ts'
import type { Raffle } from '../../../core/raffle/shape.ts'
import { untilNext } from '../api/hooks.ts'
import { browserGet, request } from '../api/request.ts'
import { ownPrizesQuery, plansQuery, raffleQuery, rafflesQuery, winnersQuery } from './queries.ts'

/** Moments at which a raffle changes by time alone. */
const momentsOf = ({ state, closes_at, round_at }: Raffle) =>
  state === 'open' ? [closes_at] : state === 'closed' && round_at ? [round_at] : []

export const useRaffles = (of: 'open' | 'over') =>
  useQuery({
    ...rafflesQuery(browserGet, of),
    refetchInterval: ({ state }) => untilNext((state.data?.items ?? []).flatMap(momentsOf)),
  })

export const useRaffle = (id: string) =>
  useQuery({
    ...raffleQuery(browserGet, id),
    refetchInterval: ({ state }) => untilNext(state.data ? momentsOf(state.data) : []),
  })

export const useOwnPrizes = (id: string) => useQuery(ownPrizesQuery(browserGet, id))
export const useWinners = (id: string) => useQuery(winnersQuery(browserGet, id))
export const usePlans = () => useQuery(plansQuery(browserGet))

/** Says where a prize goes: the address that SNPD keeps; or that it arrived. */
export function usePrizeStep(id: string, step: '' | '/received') {
  const client = useQueryClient()
  return useMutation({
    mutationFn: (place: number) =>
      request({ path: `/raffles/${id}/prizes/${place}${step}`, shape: 'rafflePrizes', method: 'PUT' }),
    onSuccess: (prizes) => client.setQueryData(ownPrizesQuery(browserGet, id).queryKey, prizes),
  })
}

/** Says that a prize left. */
export function useSendPrize(id: string) {
  const client = useQueryClient()
  return useMutation({
    mutationFn: ({ place, tracking }: { place: number; tracking: string }) =>
      request({
        path: `/raffles/${id}/winners/${place}`,
        shape: 'raffleWinners',
        method: 'PUT',
        body: tracking === '' ? {} : { tracking },
      }),
    onSuccess: (winners) => client.setQueryData(winnersQuery(browserGet, id).queryKey, winners),
  })
}

export function usePlan() {
  const client = useQueryClient()
  return useMutation({
    mutationFn: (body: PlanInput) =>
      request({ path: '/raffle-plans', shape: 'rafflePlan', method: 'POST', body }),
    onSuccess: () => client.invalidateQueries({ queryKey: ['raffles'] }),
  })
}

export function useWithdraw() {
  const client = useQueryClient()
  return useMutation({
    mutationFn: (id: string) =>
      request({ path: `/raffle-plans/${id}`, shape: 'rafflePlan', method: 'DELETE' }),
    onSuccess: () => client.invalidateQueries({ queryKey: ['raffles'] }),
  })
}
