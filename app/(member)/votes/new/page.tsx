import type { Metadata } from 'next'
import { Prefetch } from '../../../ui/api/prefetch.tsx'
import { voteWords } from '../../../ui/messages/en-votes.ts'
import { pageWords as words } from '../../../ui/messages/pages.ts'
import { PageHead } from '../../../ui/parts/page-head.tsx'
import { MembersOnly } from '../../../ui/session/members-only.tsx'
import { ProposeView } from '../../../ui/vote/propose-view.tsx'
import { voteOptionsQuery } from '../../../ui/vote/queries.ts'

export const metadata: Metadata = {
  get title() {
    return voteWords.propose
  },
}

export default function ProposePage() {
  return (
    <Prefetch load={(client, get) => [client.prefetchQuery(voteOptionsQuery(get))]}>
      <div className="grid grid-cols-1 gap-6">
        <PageHead title={voteWords.propose}>{voteWords.proposeWhat}</PageHead>
        <MembersOnly here="/votes/new" why={words.proposalsCarryThe}>
          <ProposeView />
        </MembersOnly>
      </div>
    </Prefetch>
  )
}
