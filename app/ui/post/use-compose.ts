'use client'
import { useMutation } from '@tanstack/react-query'
import { useRef } from 'react'
import type { PostKind } from '../../../core/post/kind.ts'
import type { PostInput } from '../../../core/post/shape.ts'
import { request } from '../api/request.ts'
import { base64Of } from '../restock/use-photo.ts'
import { useWritePost } from './hooks.ts'
import { cellHere } from './where.ts'

/** What of the place is sent: nothing, an area, or the street of the shop one stands in. */
export type Where = 'nowhere' | 'area' | 'shop'

export type Draft = {
  kind: PostKind
  text: string
  anonymous: boolean
  where: Where
  storeId: string
  sneakerId: string
  groupId: string | undefined
  files: readonly File[]
}

async function sendPhoto(file: File): Promise<string> {
  const body = { image: await base64Of(file) }
  const { id } = await request({ path: '/photos', shape: 'photo', method: 'POST', body })
  return id
}

/** A picture that was taken in is not sent again when what comes after it fails. */
function usePhotoIds() {
  const sent = useRef(new Map<File, string>())
  return async (files: readonly File[]) => {
    for (const file of files) if (!sent.current.has(file)) sent.current.set(file, await sendPhoto(file))
    return files.flatMap((file) => sent.current.get(file) ?? [])
  }
}

const cellOf = (where: Where) =>
  where === 'nowhere' ? undefined : cellHere(where === 'shop' ? 'street' : 'area')

async function inputOf({ kind, text, ...draft }: Draft, photoIds: readonly string[]): Promise<PostInput> {
  const cell = await cellOf(draft.where)
  return {
    ...{ kind, text },
    ...(draft.anonymous && { anonymous: true }),
    ...(cell && { cell }),
    ...(draft.storeId && { store_id: draft.storeId }),
    ...(draft.sneakerId && { sneaker_ids: [draft.sneakerId] }),
    ...(photoIds.length > 0 && { photo_ids: [...photoIds] }),
    ...(draft.groupId && { group_id: draft.groupId }),
  }
}

/** Snaps to a cell, sends the pictures, then the post. What fails can be pressed again: nothing is sent twice. */
export function useCompose() {
  const photoIds = usePhotoIds()
  const write = useWritePost()
  return useMutation({
    mutationFn: async (draft: Draft) => write.mutateAsync(await inputOf(draft, await photoIds(draft.files))),
  })
}
