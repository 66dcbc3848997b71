'use client'
import { useQuery } from '@tanstack/react-query'
import { untilNext } from '../api/hooks.ts'
import { passesQuery } from '../api/queries.ts'
import { browserGet } from '../api/request.ts'

/** Tiers, and the member's passes: events tell of what changes on chain, the clock of passes that end. */
export const usePasses = () =>
  useQuery({
    ...passesQuery(browserGet),
    refetchInterval: ({ state }) => {
      const running = (state.data?.wallets ?? []).filter(({ pass }) => pass?.state === 'active')
      return untilNext(running.flatMap(({ pass }) => pass?.expires_at ?? []))
    },
  })
