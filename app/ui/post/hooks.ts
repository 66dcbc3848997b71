'use client'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import type { PostInput, ReplyInput } from '../../../core/post/shape.ts'
import { request } from '../api/request.ts'
import { addReply } from './cache.ts'
import { lookAgain } from './look-again.ts'

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
