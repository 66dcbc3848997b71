import { infiniteQueryOptions, queryOptions } from '@tanstack/react-query'
import type { Getter } from '../api/request.ts'

/** A group's part of the API. */
export const at = (slug: string) => `/groups/${encodeURIComponent(slug)}`
export const guideAt = (slug: string, guide: string) => `${at(slug)}/guides/${encodeURIComponent(guide)}`

export const guidesQuery = (get: Getter, slug: string) =>
  queryOptions({
    queryKey: ['group', slug, 'guides'],
    queryFn: () => get(`${at(slug)}/guides`, 'guides'),
  })

/** @param version null: the newest */
export const guideQuery = (get: Getter, of: { slug: string; guide: string; version: number | null }) =>
  queryOptions({
    queryKey: ['group', of.slug, 'guides', of.guide, of.version],
    queryFn: () =>
      get(`${guideAt(of.slug, of.guide)}${of.version === null ? '' : `?version=${of.version}`}`, 'guide'),
  })

export const guideChangesQuery = (
  get: Getter,
  of: { slug: string; guide: string; from: number; to: number },
) =>
  queryOptions({
    queryKey: ['group', of.slug, 'guides', of.guide, 'changes', of.from, of.to],
    queryFn: () => get(`${guideAt(of.slug, of.guide)}/changes?from=${of.from}&to=${of.to}`, 'guideChanges'),
    // Versions are never changed.
    staleTime: Number.POSITIVE_INFINITY,
  })

const FIRST = null as number | null

export const guideHistoryQuery = (get: Getter, slug: string, guide: string) =>
  infiniteQueryOptions({
    queryKey: ['group', slug, 'guides', guide, 'versions'],
    queryFn: ({ pageParam }) =>
      get(
        `${guideAt(slug, guide)}/versions?limit=30${pageParam === null ? '' : `&before=${pageParam}`}`,
        'guideVersions',
      ),
    initialPageParam: FIRST,
    getNextPageParam: ({ next }) => next,
  })

export const resultsQuery = (get: Getter, slug: string, period: string) =>
  queryOptions({
    queryKey: ['group', slug, 'results', period],
    queryFn: () => get(`${at(slug)}/results?period=${period}`, 'results'),
  })

export const groupAlertsQuery = (get: Getter, slug: string) =>
  queryOptions({
    queryKey: ['group', slug, 'alerts'],
    queryFn: () => get(`${at(slug)}/alerts`, 'groupAlerts'),
  })

export const groupMonitorsQuery = (get: Getter, slug: string) =>
  queryOptions({
    queryKey: ['group', slug, 'monitors'],
    queryFn: () => get(`${at(slug)}/monitors`, 'groupMonitors'),
  })

export const bridgesQuery = (get: Getter, slug: string) =>
  queryOptions({
    queryKey: ['group', slug, 'bridges'],
    queryFn: () => get(`${at(slug)}/bridges`, 'bridges'),
  })
