import { queryOptions } from '@tanstack/react-query'
import type { Getter } from '../api/request.ts'

/** One pair with what happens to it. */
export const sneakerQuery = (get: Getter, id: string) =>
  queryOptions({
    queryKey: ['sneaker', id],
    queryFn: () => get(`/sneakers/${encodeURIComponent(id)}`, 'sneaker'),
  })

/** What is known of a pair, size by size and shop by shop. */
export const stockQuery = (get: Getter, id: string) =>
  queryOptions({ queryKey: ['stock', id], queryFn: () => get(`/sneakers/${id}/stock`, 'stock') })
