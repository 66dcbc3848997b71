import type { Metadata } from 'next'
import { Prefetch } from '../../../ui/api/prefetch.tsx'
import { voteWords } from '../../../ui/messages/en-votes.ts'
import { ProposalView } from '../../../ui/vote/proposal-view.tsx'
import { voteQuery } from '../../../ui/vote/queries.ts'

export const metadata: Metadata = {
  get title() {
    return voteWords.votes
  },
}

type Props = { params: Promise<{ id: string }> }

export default async function ProposalPage({ params }: Props) {
  const { id } = await params
  return (
    <Prefetch load={(client, get) => [client.prefetchQuery(voteQuery(get, id))]}>
      <ProposalView id={id} />
    </Prefetch>
  )
}
