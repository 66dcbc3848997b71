import type { Metadata } from 'next'
import { Prefetch } from '../../ui/api/prefetch.tsx'
import { awardsQuery, ledgerChartQuery, ledgerEntriesQuery, ledgerQuery } from '../../ui/api/queries.ts'
import { KarmaNav } from '../../ui/karma/karma-nav.tsx'
import { LedgerView } from '../../ui/ledger/ledger-view.tsx'
import { pageWords as words } from '../../ui/messages/pages.ts'
import { PageHead } from '../../ui/parts/page-head.tsx'
import { MembersOnly } from '../../ui/session/members-only.tsx'

export const metadata: Metadata = {
  get title() {
    return words.ledger
  },
}

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
        <PageHead title={words.ledger}>{words.everyKarmaYouHold}</PageHead>
        <MembersOnly here="/ledger" why={words.yourLedgerShowsThe}>
          <LedgerView />
        </MembersOnly>
      </div>
    </Prefetch>
  )
}
