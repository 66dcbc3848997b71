'use client'
import { useInfiniteQuery, useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useRef } from 'react'
import type { ClosetInput, RulingInput, TradeActInput, TradeInput } from '../../../core/trade/input.ts'
import type { Slashed } from '../../../core/trade/ruling.ts'
import { isTradeEnd } from '../../../core/trade/states.ts'
import { untilNext, useMe } from '../api/hooks.ts'
import { browserGet, request } from '../api/request.ts'
import { base64Of } from '../restock/use-photo.ts'
import * as queries from './queries.ts'

const at = (id: string) => `/community/trades/${id}`

export function useTrades() {
  const { data: me } = useMe()
  return useInfiniteQuery({ ...queries.tradesQuery(browserGet), enabled: Boolean(me) })
}

export function useDisputes() {
  const { data: me } = useMe()
  return useQuery({ ...queries.disputesQuery(browserGet), enabled: Boolean(me) })
}

/** One trade; events tell what the sides and the chain do, the clock what nobody did. */
export const useTrade = (id: string) =>
  useQuery({
    ...queries.tradeQuery(browserGet, id),
    refetchInterval: ({ state: { data } }) => {
      if (!data || isTradeEnd(data.state)) return false
      const moments = [
        data.offers[0]?.answer_by,
        data.confirm_by,
        data.escrow?.accept_by,
        data.dispute?.rule_by,
      ]
      const now = Date.now()
      return untilNext(moments.flatMap((moment) => (moment && Date.parse(moment) > now ? [moment] : [])))
    },
  })

export const useCloset = () => useQuery(queries.closetQuery(browserGet))
export const useMatches = () => useQuery(queries.matchesQuery(browserGet))

function useForget(...keys: string[]) {
  const client = useQueryClient()
  return () =>
    Promise.all(keys.map((key) => client.invalidateQueries({ queryKey: [key] }))).then(() => undefined)
}

export function useBegin() {
  const onSuccess = useForget('trades')
  return useMutation({
    mutationFn: (body: TradeInput) =>
      request({ path: '/community/trades', shape: 'trade', method: 'POST', body }),
    onSuccess,
  })
}

export function useAct(id: string) {
  const onSettled = useForget('trade', 'trades')
  return useMutation({
    mutationFn: (body: TradeActInput) => request({ path: at(id), shape: 'trade', method: 'PUT', body }),
    onSettled,
  })
}

/** Sends pictures and shows them with the trade; what was sent is not sent again when what comes after it fails. */
export function useShow(id: string) {
  const act = useAct(id)
  const sent = useRef(new Map<File, string>())
  return useMutation({
    mutationFn: async (files: readonly File[]) => {
      for (const file of files) {
        if (sent.current.has(file)) continue
        const body = { image: await base64Of(file) }
        const photo = await request({ path: '/photos', shape: 'photo', method: 'POST', body })
        sent.current.set(file, photo.id)
      }
      const photo_ids = files.flatMap((file) => sent.current.get(file) ?? [])
      return act.mutateAsync({ act: 'show', photo_ids })
    },
  })
}

export function useJurorVote(id: string) {
  const onSettled = useForget('trade', 'trades')
  return useMutation({
    mutationFn: (slashed: Slashed) =>
      request({ path: `${at(id)}/vote`, shape: 'trade', method: 'PUT', body: { slashed } }),
    onSettled,
  })
}

export function useRule(id: string) {
  const onSettled = useForget('trade', 'trades')
  return useMutation({
    mutationFn: (body: RulingInput) =>
      request({ path: `${at(id)}/ruling`, shape: 'trade', method: 'PUT', body }),
    onSettled,
  })
}

export function usePutInCloset() {
  const forget = useForget('closet')
  return useMutation({
    mutationFn: (body: ClosetInput) => request({ path: '/me/closet', shape: 'closet', method: 'POST', body }),
    // Not waited for: the form is empty again before the list shows the pair, and takes back nothing typed since.
    onSuccess: () => void forget(),
  })
}

export function useTakeFromCloset(id: string) {
  const onSuccess = useForget('closet')
  return useMutation({
    mutationFn: () => request({ path: `/me/closet/${id}`, shape: 'nothing', method: 'DELETE' }),
    onSuccess,
  })
}
