'use client'
import { useInfiniteQuery, useQuery } from '@tanstack/react-query'
import type { Proposal } from '../../../core/vote/shape.ts'
import { untilNext } from '../api/hooks.ts'
import { browserGet } from '../api/request.ts'
import * as queries from './queries.ts'

/** The chain's clock moves with its blocks: at a moment itself it may not be there yet, ms. */
const LATE_MS = 1_500

/** What time alone changes: it opens, it closes, it may be executed. */
function nextOf(proposals: readonly Proposal[]): number | false {
  const moments = proposals.flatMap(({ state, opens_at, closes_at, ready_at }) => {
    if (state === 'pending') return [opens_at]
    if (state === 'active') return [closes_at]
    return state === 'queued' && ready_at ? [ready_at] : []
  })
  const wait = untilNext(moments)
  return wait === false ? false : wait + LATE_MS
}

export const useVotes = () =>
  useInfiniteQuery({
    ...queries.votesQuery(browserGet),
    refetchInterval: ({ state }) => nextOf(state.data?.pages.flatMap(({ items }) => items) ?? []),
  })

export const useVote = (id: string) =>
  useQuery({
    ...queries.voteQuery(browserGet, id),
    refetchInterval: ({ state }) => nextOf(state.data ? [state.data] : []),
  })

export const useVoteOptions = () => useQuery(queries.voteOptionsQuery(browserGet))

/** What of the product holds, by members' votes; undefined until it is known. */
export const useFeatures = () => useQuery(queries.featuresQuery(browserGet)).data
