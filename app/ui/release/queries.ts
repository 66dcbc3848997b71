import { queryOptions } from '@tanstack/react-query'
import type { Getter } from '../api/request.ts'
import { type CalendarOf, releasesPath } from './asked.ts'

export const monthQuery = (get: Getter, of: CalendarOf) =>
  queryOptions({
    queryKey: ['releases', of.month, of.sneaker ?? '', of.store ?? ''],
    queryFn: () => get(releasesPath(of), 'releases'),
  })

/** What is ahead of one pair. */
export const aheadQuery = (get: Getter, sneakerId: string) =>
  queryOptions({
    queryKey: ['releases', 'ahead', sneakerId],
    queryFn: () => get(`/releases?sneaker_id=${sneakerId}`, 'releases'),
  })
