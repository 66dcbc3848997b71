import type { Metadata } from 'next'
import { Prefetch } from '../../ui/api/prefetch.tsx'
import { postWords } from '../../ui/messages/en-posts.ts'
import { writingWords } from '../../ui/messages/en-writing.ts'
import { pageWords as words } from '../../ui/messages/pages.ts'
import { PageHead } from '../../ui/parts/page-head.tsx'
import { savedQuery } from '../../ui/post/queries.ts'
import { SavedView } from '../../ui/post/saved-view.tsx'
import { MembersOnly } from '../../ui/session/members-only.tsx'

export const metadata: Metadata = {
  get title() {
    return words.saved
  },
}

export default function SavedPage() {
  return (
    <Prefetch load={(client, get) => [client.prefetchInfiniteQuery(savedQuery(get))]}>
      <div className="grid grid-cols-1 gap-6">
        <PageHead title={postWords.savedTitle}>{writingWords.savedWhat}</PageHead>
        <MembersOnly here="/saved" why={writingWords.savedWhy}>
          <SavedView />
        </MembersOnly>
      </div>
    </Prefetch>
  )
}
