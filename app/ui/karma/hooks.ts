'use client'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useMe } from '../api/hooks.ts'
import { browserGet, request } from '../api/request.ts'
import * as queries from './queries.ts'

export const useRules = () => useQuery(queries.rulesQuery(browserGet))
export const useRuleset = (hash: string) => useQuery(queries.rulesetQuery(browserGet, hash))

export function useStanding() {
  const { data: me } = useMe()
  return useQuery({ ...queries.standingQuery(browserGet), enabled: Boolean(me) })
}

export function useCluster() {
  const { data: me } = useMe()
  return useQuery({ ...queries.clusterQuery(browserGet), enabled: Boolean(me) })
}

export function useAppeal() {
  const client = useQueryClient()
  return useMutation({
    mutationFn: (text: string) =>
      request({ path: '/karma/appeals', shape: 'appeal', method: 'POST', body: { text } }),
    onSettled: () => client.invalidateQueries({ queryKey: ['karma', 'cluster'] }),
  })
}
