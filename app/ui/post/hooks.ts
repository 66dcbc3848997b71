'use client'
import { type QueryClient, useMutation, useQueryClient } from '@tanstack/react-query'
import { useCallback, useEffect, useRef } from 'react'
import type { Post, PostInput, ReplyInput } from '../../../core/post/shape.ts'
import { asProblem } from '../api/problem.ts'
import { browserGet, request } from '../api/request.ts'
import { addReply, asGone, changePost } from './cache.ts'

/** A post as it is now, wherever it is shown. */
async function lookAgain(client: QueryClient, id: string): Promise<void> {
  try {
    const post = await browserGet(`/community/posts/${id}`, 'post')
    changePost(client, id, () => post)
  } catch (error) {
    if (asProblem(error).status === 404) changePost(client, id, asGone)
  }
}

/** What changes within this is looked at together, ms: a post that many vote on is asked for once. */
const TOGETHER_MS = 1_000

/** To call with the id of a post that changed. */
export function useLookAgain(): (id: string) => void {
  const client = useQueryClient()
  const waiting = useRef(new Set<string>())
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined)
  useEffect(() => () => clearTimeout(timer.current), [])
  return useCallback(
    (id) => {
      waiting.current.add(id)
      if (waiting.current.size > 1) return
      timer.current = setTimeout(() => {
        const ids = [...waiting.current]
        waiting.current.clear()
        for (const each of ids) void lookAgain(client, each)
      }, TOGETHER_MS)
    },
    [client],
  )
}

/** One press on a post. */
export type Press =
  | { kind: 'vote'; value: -1 | 0 | 1 }
  | { kind: 'like' | 'save'; on: boolean }
  | { kind: 'edit'; text: string }

function askOf({ id }: Post, press: Press) {
  const path = `/community/posts/${id}`
  if (press.kind === 'edit') return { path, method: 'PATCH', body: { text: press.text } } as const
  const on = press.kind === 'vote' ? press.value !== 0 : press.on
  const of = { path: `${path}/${press.kind}`, method: on ? 'PUT' : 'DELETE' } as const
  return press.kind === 'vote' && on ? { ...of, body: { value: press.value } } : of
}

/** Does it, and shows the post as it is then. */
export function usePress(post: Post) {
  const client = useQueryClient()
  return useMutation({
    mutationFn: (press: Press) => request({ ...askOf(post, press), shape: 'post' }),
    onSuccess: async (now, { kind }) => {
      changePost(client, post.id, () => now)
      // What is let go stays in the list until it is read anew: nothing moves.
      if (kind === 'save')
        await client.invalidateQueries({ queryKey: ['posts', 'saved'], refetchType: 'none' })
    },
  })
}

/** Takes one's own post or reply back: it is gone where it stood. */
export function useTakeBack(post: Post) {
  const client = useQueryClient()
  return useMutation({
    mutationFn: () => request({ path: `/community/posts/${post.id}`, shape: 'nothing', method: 'DELETE' }),
    onSuccess: () => changePost(client, post.id, asGone),
  })
}

export function useWritePost() {
  const client = useQueryClient()
  return useMutation({
    mutationFn: (body: PostInput) =>
      request({ path: '/community/posts', shape: 'post', method: 'POST', body }),
    // Lists are read anew when they are next looked at.
    onSuccess: () => client.removeQueries({ queryKey: ['posts'] }),
  })
}

export function useReply(parentId: string) {
  const client = useQueryClient()
  return useMutation({
    mutationFn: (body: ReplyInput) =>
      request({ path: `/community/posts/${parentId}/replies`, shape: 'post', method: 'POST', body }),
    onSuccess: async (reply) => {
      addReply(client, reply)
      await Promise.all([...new Set([reply.root_id, parentId])].map((id) => id && lookAgain(client, id)))
    },
  })
}

export function useFollowMember(username: string) {
  const client = useQueryClient()
  return useMutation({
    mutationFn: (on: boolean) =>
      request({
        path: `/users/${encodeURIComponent(username)}/follow`,
        shape: 'profile',
        method: on ? 'PUT' : 'DELETE',
      }),
    onSuccess: (profile) => {
      client.setQueryData(['profile', username], profile)
      client.removeQueries({ queryKey: ['posts', '/?following=1'] })
    },
  })
}
