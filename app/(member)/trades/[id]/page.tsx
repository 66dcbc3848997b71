import type { Metadata } from 'next'
import { Prefetch } from '../../../ui/api/prefetch.tsx'
import { tradeWords } from '../../../ui/messages/en-trades.ts'
import { MembersOnly } from '../../../ui/session/members-only.tsx'
import { tradeQuery } from '../../../ui/trade/queries.ts'
import { TradeView } from '../../../ui/trade/trade-view.tsx'

export const metadata: Metadata = {
  get title() {
    return tradeWords.trades
  },
}

export default async function TradePage({ params }: { params: Promise<{ id: string }> }) {
  const { id } = await params
  return (
    <Prefetch load={(client, get) => [client.prefetchQuery(tradeQuery(get, id))]}>
      <MembersOnly here={`/trades/${id}`} why={tradeWords.whyOne}>
        <TradeView id={id} />
      </MembersOnly>
    </Prefetch>
  )
}
