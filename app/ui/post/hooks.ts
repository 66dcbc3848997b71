'use client'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { request } from '../api/request.ts'
import { addReply } from './cache.ts'
import { lookAgain } from './look-again.ts'
import { usePhotoIds } from './use-photo-ids.ts'

export type ReplyDraft = { text: string; anonymous: boolean; files: readonly File[] }

/** Sends the pictures, then the reply. */
export function useReply(parentId: string) {
  const client = useQueryClient()
  const photoIds = usePhotoIds()
  return useMutation({
    mutationFn: async ({ text, anonymous, files }: ReplyDraft) => {
      const ids = await photoIds(files)
      const body = { text, ...(anonymous && { anonymous }), ...(ids.length > 0 && { photo_ids: ids }) }
      return request({ path: `/community/posts/${parentId}/replies`, shape: 'post', method: 'POST', body })
    },
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
