import { infiniteQueryOptions, queryOptions } from '@tanstack/react-query'
import type { Getter } from '../api/request.ts'
import { type GroupsOf, groupsPath } from './asked.ts'

const FIRST = null as string | null
const after = (cursor: string | null) => (cursor === null ? '' : `&cursor=${encodeURIComponent(cursor)}`)
const at = (slug: string) => `/groups/${encodeURIComponent(slug)}`

export const groupsQuery = (get: Getter, of: GroupsOf) =>
  infiniteQueryOptions({
    queryKey: ['groups', groupsPath(of)],
    queryFn: ({ pageParam }) => get(`${groupsPath(of)}${after(pageParam)}`, 'groups'),
    initialPageParam: FIRST,
    getNextPageParam: ({ next }) => next,
  })

export const groupQuery = (get: Getter, slug: string) =>
  queryOptions({ queryKey: ['group', slug], queryFn: () => get(at(slug), 'group') })

export const groupMembersQuery = (get: Getter, slug: string) =>
  infiniteQueryOptions({
    queryKey: ['group', slug, 'members'],
    queryFn: ({ pageParam }) => get(`${at(slug)}/members?limit=50${after(pageParam)}`, 'groupMembers'),
    initialPageParam: FIRST,
    getNextPageParam: ({ next }) => next,
  })

export const groupBoardQuery = (get: Getter, slug: string, period: string) =>
  infiniteQueryOptions({
    queryKey: ['group', slug, 'board', period],
    queryFn: ({ pageParam }) =>
      get(`${at(slug)}/leaderboard?period=${period}${after(pageParam)}`, 'groupBoard'),
    initialPageParam: FIRST,
    getNextPageParam: ({ cursor }) => cursor,
  })

export const invitesQuery = (get: Getter, slug: string) =>
  queryOptions({
    queryKey: ['group', slug, 'invites'],
    queryFn: () => get(`${at(slug)}/invites`, 'groupInvites'),
  })

export const removedQuery = (get: Getter, slug: string) =>
  queryOptions({
    queryKey: ['group', slug, 'removed'],
    queryFn: () => get(`${at(slug)}/removed`, 'groupRemoved'),
  })
