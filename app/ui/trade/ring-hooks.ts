'use client'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import type { RingActInput, RingInput } from '../../../core/trade/input.ts'
import { untilNext, useMe } from '../api/hooks.ts'
import { browserGet, request } from '../api/request.ts'
import * as queries from './queries.ts'

const path = '/community/trade-rings'

export function useRings() {
  const { data: me } = useMe()
  return useQuery({ ...queries.ringsQuery(browserGet), enabled: Boolean(me) })
}

/** One ring; events tell who joined, the clock that nobody did in time. */
export const useRing = (id: string) =>
  useQuery({
    ...queries.ringQuery(browserGet, id),
    refetchInterval: ({ state: { data } }) => (data?.state === 'open' ? untilNext([data.answer_by]) : false),
  })

function useForget() {
  const client = useQueryClient()
  return () => client.invalidateQueries({ queryKey: ['trades'] })
}

export function useProposeRing() {
  const onSuccess = useForget()
  return useMutation({
    mutationFn: (body: RingInput) => request({ path, shape: 'ring', method: 'POST', body }),
    onSuccess,
  })
}

export function useActOnRing(id: string) {
  const onSettled = useForget()
  return useMutation({
    mutationFn: (body: RingActInput) =>
      request({ path: `${path}/${id}`, shape: 'ring', method: 'PUT', body }),
    onSettled,
  })
}
