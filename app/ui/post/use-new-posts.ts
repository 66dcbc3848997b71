'use client'
import { type InfiniteData, useMutation, useQueryClient } from '@tanstack/react-query'
import { useRef, useState } from 'react'
import type { FeedPage } from '../../../core/post/shape.ts'
import { browserGet } from '../api/request.ts'
import { type FeedOf, feedPath, watchOf } from './asked.ts'
import { newerThan } from './news.ts'
import { postsOf } from './posts-of.ts'
import { feedQuery } from './queries.ts'
import { useAtMost } from './use-at-most.ts'
import { usePostNews } from './watch.ts'

/** Between two questions for what is new, ms. */
const ASK_MS = 2_000

/**
 * What came into a feed while it is read: counted and not shown, so that nothing moves, until the reader asks
 * for it.
 */
export function useNewPosts(of: FeedOf) {
  const client = useQueryClient()
  const { queryKey } = feedQuery(browserGet, of)
  const { sort, ...way } = of
  const [fresh, setFresh] = useState<readonly string[]>([])
  /** By rank the newest need not be among those shown: what was there at first is not new. */
  const known = useRef<readonly string[]>(undefined)
  /** Those that news was of. */
  const heard = useRef(new Set<string>())
  const shown = () =>
    postsOf(client.getQueryData<InfiniteData<FeedPage>>(queryKey)?.pages ?? []).map(({ id }) => id)

  const ask = async () => {
    const { items } = await browserGet(feedPath(way, null), 'feedPage')
    if (sort === 'hot') known.current ??= items.map(({ id }) => id).filter((id) => !heard.current.has(id))
    setFresh(newerThan(items, [...shown(), ...(known.current ?? [])]))
  }
  // What cannot be asked for now comes with the next news, or with the line that comes back.
  const askSoon = useAtMost(() => void ask().catch(() => undefined), ASK_MS)
  usePostNews(watchOf(of), {
    news: ({ post_id, root_id, fresh }) => {
      if (!fresh || root_id !== null) return
      heard.current.add(post_id)
      askSoon()
    },
    missed: askSoon,
  })

  const show = useMutation({
    mutationFn: () => browserGet(feedPath(of, null), 'feedPage'),
    onSuccess: (page) => {
      client.setQueryData<InfiniteData<FeedPage, string | null>>(queryKey, {
        pages: [page],
        pageParams: [null],
      })
      known.current = undefined
      heard.current.clear()
      setFresh([])
    },
  })
  return { count: fresh.length, show }
}
