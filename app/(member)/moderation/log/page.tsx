import type { Metadata } from 'next'
import { Prefetch } from '../../../ui/api/prefetch.tsx'
import { pageWords as words } from '../../../ui/messages/pages.ts'
import { LogView } from '../../../ui/moderation/log-view.tsx'
import { modLogQuery } from '../../../ui/moderation/queries.ts'
import { PageHead } from '../../../ui/parts/page-head.tsx'

export const metadata: Metadata = {
  get title() {
    return words.moderationLog
  },
}

export default function ModerationLogPage() {
  return (
    <Prefetch load={(client, get) => [client.prefetchInfiniteQuery(modLogQuery(get))]}>
      <div className="grid grid-cols-1 gap-6">
        <PageHead title={words.theLog}>{words.whatModeratorsVotesAnd}</PageHead>
        <LogView />
      </div>
    </Prefetch>
  )
}
