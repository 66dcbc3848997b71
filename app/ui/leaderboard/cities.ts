import { queryOptions } from '@tanstack/react-query'
import type { Getter } from '../api/request.ts'

/** Cities with shops in them, for whatever is chosen by city. */
export const citiesQuery = (get: Getter) =>
  queryOptions({ queryKey: ['cities'], queryFn: () => get('/karma/places', 'cities') })
