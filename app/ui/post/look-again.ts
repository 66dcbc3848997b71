'use client'
import { type QueryClient, useQueryClient } from '@tanstack/react-query'
import { useCallback, useEffect, useRef } from 'react'
import { asProblem } from '../api/problem.ts'
import { browserGet } from '../api/request.ts'
import { asGone, changePost } from './cache.ts'

/** A post as it is now, wherever it is shown. */
export async function lookAgain(client: QueryClient, id: string): Promise<void> {
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
