import { queryOptions } from '@tanstack/react-query'
import type { Getter } from '../api/request.ts'

/** What is known of a pair, size by size and shop by shop. */
export const stockQuery = (get: Getter, id: string) =>
  queryOptions({ queryKey: ['stock', id], queryFn: () => get(`/sneakers/${id}/stock`, 'stock') })
