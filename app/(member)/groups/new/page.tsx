import type { Metadata } from 'next'
import { Prefetch } from '../../../ui/api/prefetch.tsx'
import { FoundView } from '../../../ui/group/found-view.tsx'
import { citiesQuery } from '../../../ui/leaderboard/cities.ts'
import { groupWords } from '../../../ui/messages/en-groups.ts'
import { PageHead } from '../../../ui/parts/page-head.tsx'
import { MembersOnly } from '../../../ui/session/members-only.tsx'

export const metadata: Metadata = {
  get title() {
    return groupWords.found
  },
}

export default function FoundPage() {
  return (
    <Prefetch load={(client, get) => [client.prefetchQuery(citiesQuery(get))]}>
      <div className="grid grid-cols-1 gap-6">
        <PageHead title={groupWords.found}>{groupWords.foundWhat}</PageHead>
        <MembersOnly here="/groups/new" why={groupWords.foundWhy}>
          <FoundView />
        </MembersOnly>
      </div>
    </Prefetch>
  )
}
