'use client'
import { useMutation } from '@tanstack/react-query'
import { useRouter } from 'next/navigation'
import { postWords } from '../messages/en-posts.ts'
import { ErrorNotice } from '../parts/notice.tsx'
import { type FeedOf, feedHref, isCity } from './asked.ts'
import { tabClass } from './tab.ts'

/** Asks the device where it is, and goes to the feed around the cell that it snaps to. */
export function useNearMe(of: FeedOf) {
  const router = useRouter()
  return useMutation({
    mutationFn: async () => (await import('../follow/here.ts')).cellHere('area'),
    onSuccess: (near) =>
      router.push(feedHref({ near, ...(of.sort && { sort: of.sort }) }), { scroll: false }),
  })
}

type Props = { of: FeedOf; near: ReturnType<typeof useNearMe> }

export function NearMe({ of, near }: Props) {
  const isHere = of.near !== undefined && !isCity(of.near)
  return (
    <button
      type="button"
      aria-pressed={isHere}
      aria-busy={near.isPending}
      onClick={() => near.mutate()}
      className={tabClass}
    >
      {near.isPending && <span aria-hidden className="hexagon hex-pulse size-3 bg-current" />}
      {postWords.nearMe}
    </button>
  )
}

/** Why the device did not say where it is. */
export function NearError({ near }: { near: ReturnType<typeof useNearMe> }) {
  return near.error ? <ErrorNotice error={near.error} /> : null
}
