'use client'
import { useInfiniteQuery, useMutation, useQueryClient } from '@tanstack/react-query'
import type { Challenge } from '../../../core/karma/shape.ts'
import { browserGet, request } from '../api/request.ts'
import { reviewAppealsQuery, reviewAwardsQuery, reviewChallengesQuery } from './queries.ts'

export const useReviewAwards = (username: string) => useInfiniteQuery(reviewAwardsQuery(browserGet, username))
export const useReviewChallenges = (state: 'open' | 'all') =>
  useInfiniteQuery(reviewChallengesQuery(browserGet, state))

export const useReviewAppeals = (state: 'open' | 'all') =>
  useInfiniteQuery(reviewAppealsQuery(browserGet, state))

/** Whatever was decided, or was decided by somebody else before: look again. */
function useLookAgain() {
  const client = useQueryClient()
  return { onSettled: () => client.invalidateQueries({ queryKey: ['review'] }) }
}

export function useReverse(id: string) {
  return useMutation({
    mutationFn: (reason: string) =>
      request({ path: `/karma/awards/${id}/reverse`, shape: 'nothing', method: 'POST', body: { reason } }),
    ...useLookAgain(),
  })
}

type Decision = { outcome: NonNullable<Challenge['outcome']>; note: string }

export function useResolve(id: string) {
  return useMutation({
    mutationFn: (body: Decision) =>
      request({ path: `/karma/challenges/${id}/resolve`, shape: 'challenge', method: 'POST', body }),
    ...useLookAgain(),
  })
}

export function useDecideAppeal(id: string) {
  return useMutation({
    mutationFn: (body: { granted: boolean; note: string }) =>
      request({ path: `/karma/appeals/${id}/decide`, shape: 'appeal', method: 'POST', body }),
    ...useLookAgain(),
  })
}
