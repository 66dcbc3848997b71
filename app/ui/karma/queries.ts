import { queryOptions } from '@tanstack/react-query'
import type { Getter } from '../api/request.ts'

export const rulesQuery = (get: Getter) =>
  queryOptions({ queryKey: ['karma', 'rules'], queryFn: () => get('/karma/rules', 'rules') })

export const rulesetQuery = (get: Getter, hash: string) =>
  queryOptions({
    queryKey: ['karma', 'ruleset', hash],
    queryFn: () => get(`/karma/rules/${encodeURIComponent(hash)}`, 'ruleset'),
    // What has this hash never changes.
    staleTime: Number.POSITIVE_INFINITY,
  })

export const standingQuery = (get: Getter) =>
  queryOptions({ queryKey: ['karma', 'standing'], queryFn: () => get('/karma/standing', 'standing') })

export const clusterQuery = (get: Getter) =>
  queryOptions({ queryKey: ['karma', 'cluster'], queryFn: () => get('/karma/cluster', 'cluster') })
