import type { Metadata } from 'next'
import { Prefetch } from '../../ui/api/prefetch.tsx'
import { purchasesQuery } from '../../ui/api/queries.ts'
import { PurchaseList } from '../../ui/checkout/purchase-list.tsx'
import { pageWords as words } from '../../ui/messages/pages.ts'
import { PageHead } from '../../ui/parts/page-head.tsx'
import { MembersOnly } from '../../ui/session/members-only.tsx'

export const metadata: Metadata = {
  get title() {
    return words.checkouts
  },
}

export default function CheckoutsPage() {
  return (
    <Prefetch load={(client, get) => [client.prefetchQuery(purchasesQuery(get))]}>
      <div className="grid grid-cols-1 gap-6">
        <PageHead title={words.checkouts}>{words.whatTheAssistantIs}</PageHead>
        <MembersOnly here="/checkouts" why={words.yourCheckoutsAreYours}>
          <PurchaseList />
        </MembersOnly>
      </div>
    </Prefetch>
  )
}
