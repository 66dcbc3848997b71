import { queryOptions } from '@tanstack/react-query'
import { Problem } from '../api/problem.ts'
import type { Getter } from '../api/request.ts'

export const path = '/me/payment'

async function paymentOrNull(get: Getter) {
  try {
    return await get(path, 'payment')
  } catch (error) {
    // Nobody signed in, or nothing sealed yet.
    if (error instanceof Problem && (error.status === 404 || error.status === 401)) return null
    throw error
  }
}

export const paymentQuery = (get: Getter) =>
  queryOptions({ queryKey: ['payment'], queryFn: () => paymentOrNull(get) })
