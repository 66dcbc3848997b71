'use client'
import Link from 'next/link'
import { type ReactNode, Suspense } from 'react'
import { useMe } from '../api/hooks.ts'
import { postWords } from '../messages/en-posts.ts'
import { words } from '../messages/home/home-view.ts'
import { buttonClass } from '../parts/button.tsx'
import { dispensable } from '../parts/dispensable.ts'
import { PageHead } from '../parts/page-head.tsx'
import { type FeedOf, feedHref } from '../post/asked.ts'
import { FeedList } from '../post/feed-list.tsx'
import { FeedNav } from '../post/feed-nav.tsx'
import { Ticker } from '../restock/ticker.tsx'
import { Hero } from './hero.tsx'
import { keptOf } from './kept.ts'

// For members: who only looks need not load it.
const FirstMinute = dispensable(() => import('./first-minute.tsx').then((module) => module.FirstMinute))

function LiveNow() {
  return (
    <section aria-labelledby="live-now" className="border border-rule xl:hidden">
      <div className="flex flex-wrap items-center justify-between gap-x-4 border-b border-rule bg-fg px-4 py-2 text-bg">
        <h2 id="live-now" className="poster text-xl">
          {words.liveRestocks}
        </h2>
        <Link
          href="/restocks"
          prefetch={false}
          className="inline-flex min-h-11 min-w-11 items-center justify-end text-sm font-semibold underline underline-offset-4"
        >
          {words.all}
          <span className="sr-only"> {words.restocks}</span>
        </Link>
      </div>
      <Ticker limit={3} />
    </section>
  )
}

type Props = {
  asked: FeedOf
  /** The next pair, drawn by the server: the browser need not know how. */
  art: ReactNode
  /** What this browser kept of the guided way. */
  kept: string | undefined
}

/** The door for who comes from outside; members step right into the street. */
function Door({ art, kept }: Pick<Props, 'art' | 'kept'>) {
  const { data: me } = useMe()
  if (!me) return <Hero art={art} />
  return (
    <PageHead
      title={postWords.street}
      action={
        <Link
          href="/posts/new"
          prefetch={false}
          // As long as the guide says what to do now, nothing else is loud.
          className={buttonClass(keptOf(kept, me.id).away ? 'go' : 'plain', 'large')}
        >
          {postWords.write}
        </Link>
      }
    >
      {postWords.streetWhat}
    </PageHead>
  )
}

function Guide({ kept }: Pick<Props, 'kept'>) {
  const { data: me } = useMe()
  if (!me || keptOf(kept, me.id).away) return null
  return (
    // As high as what comes (544, 480 px with nothing done): a server that sends it late moves nothing below.
    <Suspense fallback={<div className="h-136 border border-rule xs:h-120" />}>
      <FirstMinute key={me.id} me={me} kept={kept} />
    </Suspense>
  )
}

/** What to do next, what is live now, and the feed. */
export function HomeView({ asked, art, kept }: Props) {
  return (
    <div className="grid grid-cols-1 gap-8">
      <Door art={art} kept={kept} />
      <Guide kept={kept} />
      <LiveNow />
      <section aria-labelledby="feed" className="grid grid-cols-1 gap-6">
        <h2 id="feed" className="heading text-2xl">
          {postWords.posts}
        </h2>
        <FeedNav of={asked} />
        <FeedList key={feedHref(asked)} of={asked} />
      </section>
    </div>
  )
}
