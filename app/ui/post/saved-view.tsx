'use client'
import { useInfiniteQuery } from '@tanstack/react-query'
import Link from 'next/link'
import { useMe } from '../api/hooks.ts'
import { browserGet } from '../api/request.ts'
import { writingWords } from '../messages/en-writing.ts'
import { buttonClass } from '../parts/button.tsx'
import { Empty } from '../parts/notice.tsx'
import { PostList } from './post-list.tsx'
import { savedQuery } from './queries.ts'

/** What a member kept, what was kept last first. Nobody else knows. */
export function SavedView() {
  const { data: me } = useMe()
  const saved = useInfiniteQuery({ ...savedQuery(browserGet), enabled: Boolean(me) })
  return (
    <PostList posts={saved}>
      <Empty title={writingWords.nothingSaved}>
        <p>{writingWords.nothingSavedFix}</p>
        <Link href="/" className={buttonClass('plain')}>
          {writingWords.toFeed}
        </Link>
      </Empty>
    </PostList>
  )
}
