'use client'
import { useInfiniteQuery, useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useMe } from '../api/hooks.ts'
import { browserGet, request } from '../api/request.ts'
import type { BoardOf } from './asked.ts'
import * as queries from './queries.ts'

/** Maturing is time passing: no event says that a board changed, ms. */
const AGAIN_MS = 15_000

export const useLeaderboard = (board: BoardOf) =>
  useInfiniteQuery({ ...queries.leaderboardQuery(browserGet, board), refetchInterval: AGAIN_MS })

export const useCity = (cell: string | undefined) =>
  useQuery({ ...queries.cityQuery(browserGet, cell ?? ''), enabled: cell !== undefined })

export function useHonours() {
  const { data: me } = useMe()
  return useQuery({ ...queries.honoursQuery(browserGet), enabled: Boolean(me) })
}

/** Be on leaderboards, or not. */
export function useList() {
  const client = useQueryClient()
  return useMutation({
    mutationFn: (listed: boolean) =>
      request({ path: '/me/leaderboard', shape: 'listing', method: 'PUT', body: { listed } }),
    onSuccess: () => client.invalidateQueries({ queryKey: ['leaderboard'] }),
  })
}
