'use client'
import { useInfiniteQuery, useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import type { BridgeInput } from '../../../core/group/bridge.ts'
import type { GroupMonitorInput } from '../../../core/group/monitor.ts'
import type { ResultInput } from '../../../core/group/result.ts'
import type { GuideInput } from '../../../core/guide/shape.ts'
import { browserGet, request } from '../api/request.ts'
import * as queries from './kept-queries.ts'
import { at, guideAt } from './kept-queries.ts'

export const useGuides = (slug: string) => useQuery(queries.guidesQuery(browserGet, slug))
export const useGuide = (of: { slug: string; guide: string; version: number | null }) =>
  useQuery(queries.guideQuery(browserGet, of))
export const useGuideHistory = (slug: string, guide: string) =>
  useInfiniteQuery(queries.guideHistoryQuery(browserGet, slug, guide))
export const useGuideChanges = (of: { slug: string; guide: string; from: number; to: number }) =>
  useQuery(queries.guideChangesQuery(browserGet, of))
export const useResults = (slug: string, period: string) =>
  useQuery(queries.resultsQuery(browserGet, slug, period))
export const useGroupAlerts = (slug: string) => useQuery(queries.groupAlertsQuery(browserGet, slug))
export const useGroupMonitors = (slug: string) => useQuery(queries.groupMonitorsQuery(browserGet, slug))
export const useBridges = (slug: string) => useQuery(queries.bridgesQuery(browserGet, slug))

type Kept = 'guides' | 'results' | 'alerts' | 'monitors' | 'bridges'

/** What shows this part of the group is read again. */
export function useReadAgain(slug: string, ...parts: Kept[]) {
  const client = useQueryClient()
  return () =>
    Promise.all(parts.map((part) => client.invalidateQueries({ queryKey: ['group', slug, part] }))).then(
      () => undefined,
    )
}

export function useMakeGuide(slug: string) {
  const onSuccess = useReadAgain(slug, 'guides')
  return useMutation({
    mutationFn: (body: GuideInput) =>
      request({ path: `${at(slug)}/guides`, shape: 'guide', method: 'POST', body }),
    onSuccess,
  })
}

export function useEditGuide(slug: string, guide: string) {
  const onSuccess = useReadAgain(slug, 'guides')
  return useMutation({
    mutationFn: (body: GuideInput & { base: number; note: string | null }) =>
      request({ path: guideAt(slug, guide), shape: 'guide', method: 'PUT', body }),
    onSuccess,
  })
}

export const useRemoveGuide = (slug: string, guide: string) =>
  useMutation({
    mutationFn: () => request({ path: guideAt(slug, guide), shape: 'nothing', method: 'DELETE' }),
  })

export function useNoteResult(slug: string) {
  const onSuccess = useReadAgain(slug, 'results')
  return useMutation({
    mutationFn: (body: ResultInput) =>
      request({ path: `${at(slug)}/results`, shape: 'groupResult', method: 'POST', body }),
    onSuccess,
  })
}

/** Takes one thing that a group keeps away, by its id. */
export function useTakeAway(slug: string, part: 'results' | 'monitors' | 'bridges', id: string) {
  const onSuccess = useReadAgain(slug, part, 'alerts')
  return useMutation({
    mutationFn: () => request({ path: `${at(slug)}/${part}/${id}`, shape: 'nothing', method: 'DELETE' }),
    onSuccess,
  })
}

export function useCallOut(slug: string) {
  const onSuccess = useReadAgain(slug, 'alerts')
  return useMutation({
    mutationFn: (text: string) =>
      request({ path: `${at(slug)}/alerts`, shape: 'groupNews', method: 'POST', body: { text } }),
    onSuccess,
  })
}

export function useListening(slug: string) {
  const onSuccess = useReadAgain(slug, 'alerts')
  return useMutation({
    mutationFn: (on: boolean) =>
      request({ path: `${at(slug)}/alerts/listening`, shape: 'nothing', method: 'PUT', body: { on } }),
    onSuccess,
  })
}

export function useShareMonitor(slug: string) {
  const onSuccess = useReadAgain(slug, 'monitors', 'alerts')
  return useMutation({
    mutationFn: (body: GroupMonitorInput) =>
      request({ path: `${at(slug)}/monitors`, shape: 'groupMonitor', method: 'POST', body }),
    onSuccess,
  })
}

export function useAddBridge(slug: string) {
  const onSuccess = useReadAgain(slug, 'bridges')
  return useMutation({
    mutationFn: (body: BridgeInput) =>
      request({ path: `${at(slug)}/bridges`, shape: 'bridge', method: 'POST', body }),
    onSuccess,
  })
}

export function useTestBridge(slug: string, id: string) {
  const onSettled = useReadAgain(slug, 'bridges')
  return useMutation({
    mutationFn: () =>
      request({ path: `${at(slug)}/bridges/${id}/test`, shape: 'bridgeTest', method: 'POST', body: {} }),
    onSettled,
  })
}
