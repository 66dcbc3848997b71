'use client'
import { useInfiniteQuery, useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import type { AppealInput, FilterInput, Resolution } from '../../../core/moderation/shape.ts'
import { useMe } from '../api/hooks.ts'
import { browserGet, request } from '../api/request.ts'
import * as queries from './queries.ts'

/** The queue is other moderators' too: how often it is looked at anew, ms. */
const LOOK_MS = 20_000

export const useModLog = () => useInfiniteQuery(queries.modLogQuery(browserGet))
export const useCases = (state: 'open' | 'all') =>
  useInfiniteQuery({ ...queries.casesQuery(browserGet, state), refetchInterval: LOOK_MS })
export const useModAppeals = (state: 'open' | 'all') =>
  useInfiniteQuery(queries.modAppealsQuery(browserGet, state))
export const useFilters = () => useQuery(queries.filtersQuery(browserGet))
export const useRecord = (username: string) =>
  useQuery({ ...queries.recordQuery(browserGet, username), enabled: username !== '' })

function useOwn<Options extends object>(options: Options) {
  const { data: me } = useMe()
  return { ...options, enabled: Boolean(me) }
}
export const useConduct = () => useQuery(useOwn(queries.conductQuery(browserGet)))
export const useBlocks = () => useQuery(useOwn(queries.blocksQuery(browserGet)))

/** Whatever was done, or was done by somebody else before: look again. */
function useLookAgain(...keys: string[]) {
  const client = useQueryClient()
  return {
    onSettled: async () => {
      await Promise.all(keys.map((key) => client.invalidateQueries({ queryKey: [key] })))
    },
  }
}

/** Takes a case, or gives it back. */
export function useClaim(id: string) {
  return useMutation({
    mutationFn: (taken: boolean) =>
      request({
        path: `/moderation/cases/${id}/claim`,
        shape: taken ? 'modCase' : 'nothing',
        method: taken ? 'PUT' : 'DELETE',
      }),
    ...useLookAgain('moderation'),
  })
}

export function useResolveCase(id: string) {
  return useMutation({
    mutationFn: (body: Resolution) =>
      request({ path: `/moderation/cases/${id}/resolve`, shape: 'modCase', method: 'POST', body }),
    ...useLookAgain('moderation'),
  })
}

export function useDecideModAppeal(id: string) {
  return useMutation({
    mutationFn: (body: { granted: boolean; answer: string }) =>
      request({ path: `/moderation/appeals/${id}/decide`, shape: 'modAppeal', method: 'POST', body }),
    ...useLookAgain('moderation'),
  })
}

export function useAddFilter() {
  return useMutation({
    mutationFn: (body: FilterInput) =>
      request({ path: '/moderation/filters', shape: 'wordFilters', method: 'POST', body }),
    ...useLookAgain('moderation'),
  })
}

export function useRemoveFilter(id: string) {
  return useMutation({
    mutationFn: () => request({ path: `/moderation/filters/${id}`, shape: 'nothing', method: 'DELETE' }),
    ...useLookAgain('moderation'),
  })
}

type OnMember =
  | { kind: 'note'; text: string }
  | { kind: 'mute'; reason: string; hours: number }
  | { kind: 'unmute' }

/** A note on a member, a mute, or the end of one. */
export function useOnMember(username: string) {
  const path = `/moderation/members/${encodeURIComponent(username)}`
  return useMutation({
    mutationFn: ({ kind, ...body }: OnMember) =>
      kind === 'unmute'
        ? request({ path: `${path}/mute`, shape: 'memberRecord', method: 'DELETE' })
        : request({
            path: `${path}/${kind === 'note' ? 'notes' : 'mute'}`,
            shape: 'memberRecord',
            method: 'POST',
            body,
          }),
    ...useLookAgain('moderation'),
  })
}

export function useAppeal() {
  return useMutation({
    mutationFn: (body: AppealInput) =>
      request({ path: '/moderation/appeals', shape: 'modAppeal', method: 'POST', body }),
    ...useLookAgain('conduct'),
  })
}

export function useUnblock(username: string) {
  return useMutation({
    mutationFn: () =>
      request({ path: `/users/${encodeURIComponent(username)}/block`, shape: 'nothing', method: 'DELETE' }),
    ...useLookAgain('blocks'),
  })
}
