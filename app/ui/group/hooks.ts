'use client'
import { useInfiniteQuery, useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import type { GroupRole } from '../../../core/group/role.ts'
import type { GroupChange, GroupInput } from '../../../core/group/shape.ts'
import { untilNext } from '../api/hooks.ts'
import { browserGet, request } from '../api/request.ts'
import type { GroupsOf } from './asked.ts'
import * as queries from './queries.ts'

const at = (slug: string) => `/groups/${encodeURIComponent(slug)}`
const inGroup = (slug: string, username: string) => `${at(slug)}/members/${encodeURIComponent(username)}`

export const useGroups = (of: GroupsOf) => useInfiniteQuery(queries.groupsQuery(browserGet, of))

/** One group; asked again when time alone may change the reader's standing. */
export const useGroup = (slug: string) =>
  useQuery({
    ...queries.groupQuery(browserGet, slug),
    refetchInterval: ({ state }) =>
      untilNext(state.data?.mine.standing?.changes_at ? [state.data.mine.standing.changes_at] : []),
  })

export const useGroupMembers = (slug: string) => useInfiniteQuery(queries.groupMembersQuery(browserGet, slug))
export const useGroupBoard = (slug: string, period: string) =>
  useInfiniteQuery(queries.groupBoardQuery(browserGet, slug, period))
export const useInvites = (slug: string) => useQuery(queries.invitesQuery(browserGet, slug))
export const useRemoved = (slug: string) => useQuery(queries.removedQuery(browserGet, slug))

/** What shows this group, and what lists it, is read again. */
function useForget() {
  const client = useQueryClient()
  return () =>
    Promise.all(['group', 'groups'].map((key) => client.invalidateQueries({ queryKey: [key] }))).then(
      () => undefined,
    )
}

export function useFound() {
  const onSuccess = useForget()
  return useMutation({
    mutationFn: (body: GroupInput) => request({ path: '/groups', shape: 'group', method: 'POST', body }),
    onSuccess,
  })
}

export function useChangeGroup(slug: string) {
  const onSuccess = useForget()
  return useMutation({
    mutationFn: (body: GroupChange) => request({ path: at(slug), shape: 'group', method: 'PATCH', body }),
    onSuccess,
  })
}

/** What a gate that is being written would say and answer. */
export const useTryGate = () =>
  useMutation({
    mutationFn: (gate: string) =>
      request({ path: '/groups/gate', shape: 'gateTrial', method: 'POST', body: { gate } }),
  })

export function useJoin(slug: string) {
  const onSettled = useForget()
  return useMutation({
    mutationFn: () => request({ path: `${at(slug)}/join`, shape: 'group', method: 'POST', body: {} }),
    onSettled,
  })
}

export function useLeave(slug: string) {
  const onSuccess = useForget()
  return useMutation({
    mutationFn: () => request({ path: `${at(slug)}/membership`, shape: 'nothing', method: 'DELETE' }),
    onSuccess,
  })
}

export const useCloseGroup = (slug: string) =>
  useMutation({ mutationFn: () => request({ path: at(slug), shape: 'nothing', method: 'DELETE' }) })

export function useSetRole(slug: string, username: string) {
  const onSuccess = useForget()
  return useMutation({
    mutationFn: (role: GroupRole) =>
      request({ path: inGroup(slug, username), shape: 'nothing', method: 'PATCH', body: { role } }),
    onSuccess,
  })
}

export function useRemove(slug: string, username: string) {
  const onSuccess = useForget()
  return useMutation({
    mutationFn: (reason: string) =>
      request({
        path: `${inGroup(slug, username)}/remove`,
        shape: 'nothing',
        method: 'POST',
        body: { reason },
      }),
    onSuccess,
  })
}

export function useReadmit(slug: string, username: string) {
  const onSuccess = useForget()
  return useMutation({
    mutationFn: () =>
      request({ path: `${inGroup(slug, username)}/readmit`, shape: 'nothing', method: 'POST', body: {} }),
    onSuccess,
  })
}

export function useMakeInvite(slug: string) {
  const onSuccess = useForget()
  return useMutation({
    mutationFn: (body: { hours: number; uses: number }) =>
      request({ path: `${at(slug)}/invites`, shape: 'madeInvite', method: 'POST', body }),
    onSuccess,
  })
}

export function useRevokeInvite(slug: string, id: string) {
  const onSuccess = useForget()
  return useMutation({
    mutationFn: () => request({ path: `${at(slug)}/invites/${id}`, shape: 'nothing', method: 'DELETE' }),
    onSuccess,
  })
}

export const useLookAtInvite = (token: string | null) =>
  useQuery({
    queryKey: ['invitation', token],
    queryFn: () =>
      request({ path: '/groups/invitation', shape: 'invitation', method: 'POST', body: { token } }),
    enabled: token !== null,
    retry: false,
  })

export function useAcceptInvite(token: string | null) {
  const onSuccess = useForget()
  return useMutation({
    mutationFn: () =>
      request({ path: '/groups/invitation/accept', shape: 'group', method: 'POST', body: { token } }),
    onSuccess,
  })
}
