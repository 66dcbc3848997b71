'use client'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { request } from '../api/request.ts'

/** Not to see somebody's posts any more; of a block neither sees the other's. */
export type Shun = { kind: 'mute' | 'block'; username: string } | { kind: 'thread'; postId: string }

function askOf(shun: Shun) {
  if (shun.kind === 'thread') return { path: `/community/posts/${shun.postId}/mute`, method: 'PUT' } as const
  const path = `/users/${encodeURIComponent(shun.username)}/block`
  return { path, method: 'PUT', body: { kind: shun.kind } } as const
}

/** What is read stays where it is until the next reading: a post that vanished under one's thumb would move the rest. */
export function useShun() {
  const client = useQueryClient()
  return useMutation({
    mutationFn: (shun: Shun) => request({ ...askOf(shun), shape: 'nothing' }),
    onSuccess: () => client.invalidateQueries({ queryKey: ['posts'], refetchType: 'none' }),
  })
}
