import { queryOptions } from '@tanstack/react-query'
import type { Getter } from '../api/request.ts'

/** As many as the live column has room for; below 'restocks': what makes restocks stale makes these stale too. */
export const newestQuery = (get: Getter) =>
  queryOptions({ queryKey: ['restocks', 'newest'], queryFn: () => get('/restocks?limit=8', 'restocks') })
