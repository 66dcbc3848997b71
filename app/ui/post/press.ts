'use client'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import type { Post } from '../../../core/post/shape.ts'
import { request } from '../api/request.ts'
import { asGone, changePost } from './cache.ts'

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
