import type { Metadata } from 'next'
import { Prefetch } from '../../../../ui/api/prefetch.tsx'
import { closetWords, ringWords } from '../../../../ui/messages/en-trades.ts'
import { MembersOnly } from '../../../../ui/session/members-only.tsx'
import { ringQuery } from '../../../../ui/trade/queries.ts'
import { RingView } from '../../../../ui/trade/ring-view.tsx'

export const metadata: Metadata = {
  get title() {
    return closetWords.ring
  },
}

export default async function RingPage({ params }: { params: Promise<{ id: string }> }) {
  const { id } = await params
  return (
    <Prefetch load={(client, get) => [client.prefetchQuery(ringQuery(get, id))]}>
      <MembersOnly here={`/trades/rings/${id}`} why={ringWords.why}>
        <RingView id={id} />
      </MembersOnly>
    </Prefetch>
  )
}
