import type { Metadata } from 'next'
import Link from 'next/link'
import { Prefetch } from '../../ui/api/prefetch.tsx'
import { tradeWords } from '../../ui/messages/en-trades.ts'
import { buttonClass } from '../../ui/parts/button.tsx'
import { PageHead } from '../../ui/parts/page-head.tsx'
import { MembersOnly } from '../../ui/session/members-only.tsx'
import { tradesQuery } from '../../ui/trade/queries.ts'
import { TradesView } from '../../ui/trade/trades-view.tsx'

export const metadata: Metadata = {
  get title() {
    return tradeWords.trades
  },
}

export default function TradesPage() {
  const begin = (
    <Link href="/trades/new" className={buttonClass('go', 'large')}>
      {tradeWords.begin}
    </Link>
  )
  return (
    <Prefetch load={(client, get) => [client.prefetchInfiniteQuery(tradesQuery(get))]}>
      <div className="grid grid-cols-1 gap-6">
        <PageHead title={tradeWords.trades} action={begin}>
          {tradeWords.what}
        </PageHead>
        <MembersOnly here="/trades" why={tradeWords.why}>
          <TradesView />
        </MembersOnly>
      </div>
    </Prefetch>
  )
}
