import type { Metadata } from 'next'
import { Prefetch } from '../../ui/api/prefetch.tsx'
import { awardsQuery, ledgerChartQuery, ledgerEntriesQuery, ledgerQuery } from '../../ui/api/queries.ts'
import { KarmaNav } from '../../ui/karma/karma-nav.tsx'
import { LedgerView } from '../../ui/ledger/ledger-view.tsx'
import { PageHead } from '../../ui/parts/page-head.tsx'
import { MembersOnly } from '../../ui/session/members-only.tsx'

export const metadata: Metadata = { title: 'Ledger' }

export default function LedgerPage() {
  return (
    <Prefetch
      load={(client, get) => [
        client.prefetchQuery(ledgerQuery(get)),
        client.prefetchQuery(ledgerChartQuery(get)),
        client.prefetchInfiniteQuery(ledgerEntriesQuery(get)),
        client.prefetchInfiniteQuery(awardsQuery(get, 'open')),
        client.prefetchInfiniteQuery(awardsQuery(get, 'ended')),
      ]}
    >
      <div className="grid grid-cols-1 gap-6">
        <KarmaNav />
        <PageHead title="Ledger">Every karma you hold, and the transaction that made it.</PageHead>
        <MembersOnly here="/ledger" why="Your ledger shows the karma of your own wallets.">
          <LedgerView />
        </MembersOnly>
      </div>
    </Prefetch>
  )
}
