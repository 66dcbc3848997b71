import type { Metadata } from 'next'
import { Prefetch } from '../../ui/api/prefetch.tsx'
import { clusterQuery, standingQuery } from '../../ui/karma/queries.ts'
import { StandingView } from '../../ui/karma/standing-view.tsx'
import { pageWords as words } from '../../ui/messages/pages.ts'
import { PageHead } from '../../ui/parts/page-head.tsx'
import { MembersOnly } from '../../ui/session/members-only.tsx'

export const metadata: Metadata = {
  get title() {
    return words.standing
  },
}

export default function StandingPage() {
  return (
    <Prefetch
      load={(client, get) => [
        client.prefetchQuery(standingQuery(get)),
        client.prefetchQuery(clusterQuery(get)),
      ]}
    >
      <div className="grid grid-cols-1 gap-6">
        <PageHead title={words.standing}>{words.whatTheCommunityTrusts}</PageHead>
        <MembersOnly here="/karma" why={words.yourStandingIsMade}>
          <StandingView />
        </MembersOnly>
      </div>
    </Prefetch>
  )
}
