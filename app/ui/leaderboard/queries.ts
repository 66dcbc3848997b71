import { infiniteQueryOptions, queryOptions } from '@tanstack/react-query'
import type { Getter } from '../api/request.ts'
import { type BoardOf, boardPath } from './asked.ts'

const NO_CURSOR = null as string | null

export const leaderboardQuery = (get: Getter, board: BoardOf) =>
  infiniteQueryOptions({
    queryKey: ['leaderboard', board.street ?? board.city ?? '', board.period],
    queryFn: ({ pageParam }) => get(boardPath(board, pageParam), 'leaderboard'),
    initialPageParam: NO_CURSOR,
    getNextPageParam: ({ cursor }) => cursor,
  })

export const cityQuery = (get: Getter, cell: string) =>
  queryOptions({ queryKey: ['city', cell], queryFn: () => get(`/karma/places/${cell}`, 'city') })

export const honoursQuery = (get: Getter) =>
  queryOptions({ queryKey: ['honours'], queryFn: () => get('/karma/honours', 'honours') })
