import type { Metadata } from 'next'
import { Prefetch } from '../../../ui/api/prefetch.tsx'
import { LogView } from '../../../ui/moderation/log-view.tsx'
import { modLogQuery } from '../../../ui/moderation/queries.ts'
import { PageHead } from '../../../ui/parts/page-head.tsx'

export const metadata: Metadata = { title: 'Moderation log' }

export default function ModerationLogPage() {
  return (
    <Prefetch load={(client, get) => [client.prefetchInfiniteQuery(modLogQuery(get))]}>
      <div className="grid grid-cols-1 gap-6">
        <PageHead title="The log">
          What moderators, votes and filters did, by whom and why. Never to whom.
        </PageHead>
        <LogView />
      </div>
    </Prefetch>
  )
}
