'use client'
import { useQuery } from '@tanstack/react-query'
import { useMe } from '../api/hooks.ts'
import { browserGet } from '../api/request.ts'
import * as queries from './queries.ts'

export const useRules = () => useQuery(queries.rulesQuery(browserGet))
export const useRuleset = (hash: string) => useQuery(queries.rulesetQuery(browserGet, hash))

export function useStanding() {
  const { data: me } = useMe()
  return useQuery({ ...queries.standingQuery(browserGet), enabled: Boolean(me) })
}
