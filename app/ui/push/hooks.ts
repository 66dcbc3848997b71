'use client'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useEffect, useState } from 'react'
import type { ChannelInput } from '../../../core/channel/shape.ts'
import type { FollowInput } from '../../../core/follow/shape.ts'
import { useMe } from '../api/hooks.ts'
import { Problem } from '../api/problem.ts'
import { request } from '../api/request.ts'
import { forgetOwner, isOwner, keepOwner } from './owner.ts'
import { channelsQuery, followsQuery } from './queries.ts'
import { currentSubscription, subscribe, unsubscribe } from './subscribe.ts'
import { obstacleOf, type PushObstacle, readGround } from './support.ts'

export type PushState = { kind: 'checking' | 'on' | 'off' } | { kind: 'cannot'; why: PushObstacle }

async function readState(memberId: string): Promise<PushState> {
  const why = obstacleOf(readGround())
  if (why) return { kind: 'cannot', why }
  return { kind: isOwner(memberId) && (await currentSubscription()) ? 'on' : 'off' }
}

/** What the browser refuses is no service that can be reached; what the API refuses is said as it is. */
async function turnOn(memberId: string): Promise<PushState> {
  if ((await Notification.requestPermission()) !== 'granted') return readState(memberId)
  try {
    await subscribe()
  } catch (error) {
    if (error instanceof Problem) throw error
    return { kind: 'cannot', why: 'no-service' }
  }
  keepOwner(memberId)
  return { kind: 'on' }
}

async function turnOff(): Promise<PushState> {
  forgetOwner()
  await unsubscribe()
  return { kind: 'off' }
}

/**
 * Push messages to this browser: whether they are on, why they cannot be, and the switch. `change` must be called from a
 * press: browsers ask for permission then alone.
 */
export function usePush() {
  const client = useQueryClient()
  const { data: me } = useMe()
  const memberId = me?.id
  const [state, setState] = useState<PushState>({ kind: 'checking' })
  useEffect(() => {
    if (memberId) readState(memberId).then(setState, () => setState({ kind: 'cannot', why: 'no-service' }))
  }, [memberId])
  const change = useMutation({
    mutationFn: (on: boolean) => (on && memberId ? turnOn(memberId) : turnOff()),
    onSuccess: (next) => {
      setState(next)
      return client.invalidateQueries({ queryKey: ['channels'] })
    },
  })
  return { state, change }
}

function useOwn<Options extends object>(options: Options) {
  const { data: me } = useMe()
  return { ...options, enabled: Boolean(me) }
}

export const useChannels = () => useQuery(useOwn(channelsQuery))
export const useFollows = () => useQuery(useOwn(followsQuery))

function useForget(key: string) {
  const client = useQueryClient()
  return { onSettled: () => client.invalidateQueries({ queryKey: [key] }) }
}

/** The answer has the webhook's secret, this once. */
export function useAddChannel() {
  return useMutation({
    mutationFn: (body: ChannelInput) =>
      request({ path: '/me/channels', shape: 'madeChannel', method: 'POST', body }),
    ...useForget('channels'),
  })
}

export function useRemoveChannel() {
  return useMutation({
    mutationFn: (id: string) => request({ path: `/me/channels/${id}`, shape: 'nothing', method: 'DELETE' }),
    ...useForget('channels'),
  })
}

/** Sends a test alert now; the answer says what happened. */
export function useTestChannel() {
  return useMutation({
    mutationFn: (id: string) =>
      request({ path: `/me/channels/${id}/test`, shape: 'tested', method: 'POST', body: {} }),
    ...useForget('channels'),
  })
}

export function useAddFollow() {
  return useMutation({
    mutationFn: (body: FollowInput) =>
      request({ path: '/me/follows', shape: 'follow', method: 'POST', body }),
    ...useForget('follows'),
  })
}

export function useRemoveFollow() {
  return useMutation({
    mutationFn: (id: string) => request({ path: `/me/follows/${id}`, shape: 'nothing', method: 'DELETE' }),
    ...useForget('follows'),
  })
}
