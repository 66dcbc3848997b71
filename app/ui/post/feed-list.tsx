'use client'
import { useInfiniteQuery } from '@tanstack/react-query'
import Link from 'next/link'
import { useRef } from 'react'
import { useMe } from '../api/hooks.ts'
import { browserGet } from '../api/request.ts'
import { newPostsText, postWords } from '../messages/en-posts.ts'
import { Button, buttonClass } from '../parts/button.tsx'
import { Empty, ErrorNotice } from '../parts/notice.tsx'
import { type FeedOf, feedHref, isCity } from './asked.ts'
import { PostList } from './post-list.tsx'
import { feedQuery } from './queries.ts'
import { useNewPosts } from './use-new-posts.ts'

function Nothing({ of }: { of: FeedOf }) {
  const { data: me } = useMe()
  if (of.following && !me)
    return (
      <Empty title={postWords.followSignedOut}>
        <Link href={`/sign-in?next=${encodeURIComponent(feedHref(of))}`} className={buttonClass('plain')}>
          {postWords.signIn}
        </Link>
      </Empty>
    )
  return (
    <Empty title={of.following ? postWords.emptyFollowing : postWords.empty}>
      <p>{of.following ? postWords.emptyFollowingFix : postWords.emptyFix}</p>
      {/* A group's page has a way of its own, for those alone who are in it. */}
      {!of.group && (
        <Link href="/posts/new" className={buttonClass('go')}>
          {postWords.write}
        </Link>
      )}
    </Empty>
  )
}

type NewProps = { news: ReturnType<typeof useNewPosts>; onShown: () => void }

/** Takes no room of its own: nothing that is read moves when it comes. */
function NewPosts({ news: { count, show }, onShown }: NewProps) {
  return (
    <div className="sticky top-18 z-10 h-0 lg:top-2">
      <p role="status" className="sr-only">
        {count > 0 && newPostsText(count)}
      </p>
      {count > 0 && (
        <div className="ticker-in grid justify-items-center gap-2">
          <Button
            tone="go"
            busy={show.isPending}
            onClick={() => show.mutate(undefined, { onSuccess: onShown })}
          >
            {newPostsText(count)}
          </Button>
          {show.error && (
            <div className="bg-bg">
              <ErrorNotice error={show.error} />
            </div>
          )}
        </div>
      )}
    </div>
  )
}

/** Where the reader says to be; of a city that is looked at nobody is. */
const areaOf = ({ near }: FeedOf) => (near === undefined || isCity(near) ? undefined : near)

/** A feed's posts. What is new is told and waits. */
export function FeedList({ of }: { of: FeedOf }) {
  const feed = useInfiniteQuery(feedQuery(browserGet, of))
  const news = useNewPosts(of)
  const top = useRef<HTMLDivElement>(null)
  const toTop = () => {
    top.current?.scrollIntoView({ block: 'start' })
    top.current?.focus({ preventScroll: true })
  }
  return (
    <div ref={top} tabIndex={-1} className="min-w-0 scroll-mt-20 outline-none">
      <NewPosts news={news} onShown={toTop} />
      <div className="grid grid-cols-1 gap-6">
        {of.near && feed.data?.pages[0]?.peek && (
          <p className="border-l-8 border-rule pl-3 text-sm">{postWords.peek}</p>
        )}
        <PostList posts={feed} near={areaOf(of)}>
          <Nothing of={of} />
        </PostList>
      </div>
    </div>
  )
}
