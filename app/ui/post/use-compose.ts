'use client'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useRef } from 'react'
import { uuidv7 } from '../../../core/id.ts'
import type { PostKind } from '../../../core/post/kind.ts'
import type { Post, PostInput } from '../../../core/post/shape.ts'
import { asProblem } from '../api/problem.ts'
import { cellHere } from '../follow/here.ts'
import { isForLater, sendPost } from '../outbox/send.ts'
import { outbox } from '../outbox/store.ts'

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

const cellOf = (where: Where) =>
  where === 'nowhere' ? undefined : cellHere(where === 'shop' ? 'street' : 'area')

async function inputOf({ kind, text, ...draft }: Draft): Promise<PostInput> {
  const cell = await cellOf(draft.where)
  return {
    ...{ kind, text },
    ...(draft.anonymous && { anonymous: true }),
    ...(cell && { cell }),
    ...(draft.storeId && { store_id: draft.storeId }),
    ...(draft.sneakerId && { sneaker_ids: [draft.sneakerId] }),
    ...(draft.groupId && { group_id: draft.groupId }),
  }
}

/** A key for each thing that is sent, the same when it is sent again. */
function useKeys() {
  const keys = useRef(new Map<unknown, string>())
  return {
    of: (what: unknown) => {
      const key = keys.current.get(what) ?? uuidv7()
      keys.current.set(what, key)
      return key
    },
    drop: (what: unknown) => keys.current.delete(what),
  }
}

/** Posted, or kept on the device until there is a connection. */
export type Composed = Post | 'queued'

/**
 * Snaps to a cell, then sends pictures and post; without a connection it waits in the outbox. What fails can be pressed
 * again: nothing is sent twice, also when the server had it and its answer was lost.
 */
export function useCompose(memberId: string) {
  const client = useQueryClient()
  const keys = useKeys()
  const send = async (draft: Draft): Promise<Composed> => {
    const input = await inputOf(draft)
    const same = JSON.stringify(input)
    const photos = draft.files.map((blob) => ({ key: keys.of(blob), blob }))
    const parts = { key: keys.of(same), input, photos }
    try {
      return await sendPost(parts)
    } catch (error) {
      const problem = asProblem(error)
      // What was answered is over: the same words may be right another time.
      if (!isForLater(problem)) keys.drop(same)
      if (problem.code !== 'offline') throw error
      await outbox.put({ ...parts, memberId, triedAt: Date.now() })
      keys.drop(same)
      return 'queued'
    }
  }
  return useMutation({
    mutationFn: send,
    // Lists are read anew when they are next looked at.
    onSuccess: (sent) => {
      if (sent !== 'queued') client.removeQueries({ queryKey: ['posts'] })
    },
  })
}
