import type { Metadata } from 'next'
import { Prefetch } from '../../../ui/api/prefetch.tsx'
import { meQuery } from '../../../ui/api/queries.ts'
import { raffleWords } from '../../../ui/messages/en-raffles.ts'
import { pageWords as words } from '../../../ui/messages/pages.ts'
import { PageHead } from '../../../ui/parts/page-head.tsx'
import { ManageView } from '../../../ui/raffle/manage-view.tsx'

export const metadata: Metadata = {
  get title() {
    return raffleWords.manage
  },
}

export default function ManageRafflesPage() {
  return (
    <Prefetch load={(client, get) => [client.prefetchQuery(meQuery(get))]}>
      <div className="grid grid-cols-1 gap-6">
        <PageHead title={raffleWords.manage}>{words.whatYouDescribeIs}</PageHead>
        <ManageView />
      </div>
    </Prefetch>
  )
}
