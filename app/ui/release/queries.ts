import { queryOptions } from '@tanstack/react-query'
import type { Getter } from '../api/request.ts'
import { type CalendarOf, releasesPath } from './asked.ts'

export const monthQuery = (get: Getter, of: CalendarOf) =>
  queryOptions({
    queryKey: ['releases', of.month, of.sneaker ?? '', of.store ?? ''],
    queryFn: () => get(releasesPath(of), 'releases'),
  })
