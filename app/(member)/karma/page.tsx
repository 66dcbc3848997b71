import type { Metadata } from 'next'
import { Prefetch } from '../../ui/api/prefetch.tsx'
import { clusterQuery, standingQuery } from '../../ui/karma/queries.ts'
import { StandingView } from '../../ui/karma/standing-view.tsx'
import { PageHead } from '../../ui/parts/page-head.tsx'
import { MembersOnly } from '../../ui/session/members-only.tsx'

export const metadata: Metadata = { title: 'Standing' }

export default function StandingPage() {
  return (
    <Prefetch
      load={(client, get) => [
        client.prefetchQuery(standingQuery(get)),
        client.prefetchQuery(clusterQuery(get)),
      ]}
    >
      <div className="grid grid-cols-1 gap-6">
        <PageHead title="Standing">
          What the community trusts you with, and what the next level asks.
        </PageHead>
        <MembersOnly here="/karma" why="Your standing is made of what you did.">
          <StandingView />
        </MembersOnly>
      </div>
    </Prefetch>
  )
}
