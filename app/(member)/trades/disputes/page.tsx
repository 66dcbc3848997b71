import type { Metadata } from 'next'
import { Prefetch } from '../../../ui/api/prefetch.tsx'
import { tradeWords } from '../../../ui/messages/en-trades.ts'
import { PageHead } from '../../../ui/parts/page-head.tsx'
import { MembersOnly } from '../../../ui/session/members-only.tsx'
import { DisputesView } from '../../../ui/trade/disputes-view.tsx'
import { disputesQuery } from '../../../ui/trade/queries.ts'

export const metadata: Metadata = {
  get title() {
    return tradeWords.disputes
  },
}

export default function DisputesPage() {
  return (
    <Prefetch load={(client, get) => [client.prefetchQuery(disputesQuery(get))]}>
      <div className="grid grid-cols-1 gap-6">
        <PageHead title={tradeWords.disputes}>{tradeWords.disputesWhat}</PageHead>
        <MembersOnly here="/trades/disputes" why={tradeWords.disputesWhy}>
          <DisputesView />
        </MembersOnly>
      </div>
    </Prefetch>
  )
}
