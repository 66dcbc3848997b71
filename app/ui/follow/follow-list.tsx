'use client'
import { useQuery } from '@tanstack/react-query'
import type { Follow } from '../../../core/follow/shape.ts'
import type { Store } from '../../../core/restock/shape.ts'
import { useSneakers, useStores } from '../api/hooks.ts'
import { fill } from '../messages/fill.ts'
import { words as texts } from '../messages/follow/follow-list.ts'
import { Button } from '../parts/button.tsx'
import { ErrorNotice } from '../parts/notice.tsx'
import { useRemoveFollow } from '../push/hooks.ts'
import { followWords } from './words.ts'

/** How far the cells reach and which shop is nearest, told by the browser: nobody else knows what was chosen. */
function useAround(cells: string[] | null, stores: readonly Store[]) {
  return useQuery({
    queryKey: ['around', cells?.[0], cells?.length, stores.length],
    queryFn: async () => (await import('./around.ts')).aroundWords(cells ?? [], stores),
    enabled: cells !== null && stores.length > 0,
    staleTime: Number.POSITIVE_INFINITY,
  }).data
}

function Row({ follow }: { follow: Follow }) {
  const remove = useRemoveFollow()
  const sneakers = useSneakers().data?.items ?? []
  const stores = useStores().data?.items ?? []
  const around = useAround(follow.cells, stores)
  const words = followWords(follow, { sneakers, stores })
  return (
    <li className="grid gap-2 border-b border-soft py-2">
      <div className="flex items-center justify-between gap-3">
        <p className="min-w-0 wrap-anywhere text-sm">
          <span className="font-semibold">{words}</span>
          {around && <span className="block text-muted">{around}</span>}
        </p>
        <Button
          busy={remove.isPending}
          onClick={() => remove.mutate(follow.id)}
          aria-label={fill(texts.stopFollowing, { words })}
        >
          {texts.stop}
        </Button>
      </div>
      {remove.error && <ErrorNotice error={remove.error} />}
    </li>
  )
}

/** What a member follows, each with the way out. */
export function FollowList({ follows }: { follows: readonly Follow[] }) {
  return (
    <ul aria-label={texts.whatYouFollow} className="border-t border-soft">
      {follows.map((follow) => (
        <Row key={follow.id} follow={follow} />
      ))}
    </ul>
  )
}
