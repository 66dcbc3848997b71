import { queryOptions } from '@tanstack/react-query'
import type { Getter } from '../api/request.ts'

export const mapQuery = (get: Getter, near: string) =>
  queryOptions({ queryKey: ['map', near], queryFn: () => get(`/map?near=${near}`, 'map') })

export const findQuery = (get: Getter, q: string) =>
  queryOptions({
    queryKey: ['find', q],
    queryFn: () => get(`/places/find?${new URLSearchParams({ q })}`, 'foundPlaces'),
    staleTime: Number.POSITIVE_INFINITY,
  })

export const happeningsQuery = (get: Getter, near: string | undefined) =>
  queryOptions({
    queryKey: ['happenings', near ?? ''],
    queryFn: () => get(`/happenings${near === undefined ? '' : `?near=${near}`}`, 'happenings'),
  })

export const happeningQuery = (get: Getter, id: string) =>
  queryOptions({
    queryKey: ['happening', id],
    queryFn: () => get(`/happenings/${encodeURIComponent(id)}`, 'happening'),
  })
