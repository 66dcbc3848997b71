import type { Metadata } from 'next'
import Link from 'next/link'
import { Prefetch } from '../../ui/api/prefetch.tsx'
import { voteWords } from '../../ui/messages/en-votes.ts'
import { buttonClass } from '../../ui/parts/button.tsx'
import { PageHead } from '../../ui/parts/page-head.tsx'
import { votesQuery } from '../../ui/vote/queries.ts'
import { VotesView } from '../../ui/vote/votes-view.tsx'

export const metadata: Metadata = {
  get title() {
    return voteWords.votes
  },
}

export default function VotesPage() {
  const propose = (
    <Link href="/votes/new" className={buttonClass('go')}>
      {voteWords.propose}
    </Link>
  )
  return (
    <Prefetch load={(client, get) => [client.prefetchInfiniteQuery(votesQuery(get))]}>
      <div className="grid grid-cols-1 gap-6">
        <PageHead title={voteWords.votes} action={propose}>
          {voteWords.what}
        </PageHead>
        <VotesView />
      </div>
    </Prefetch>
  )
}
