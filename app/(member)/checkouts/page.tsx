import type { Metadata } from 'next'
import { Prefetch } from '../../ui/api/prefetch.tsx'
import { purchasesQuery } from '../../ui/api/queries.ts'
import { PurchaseList } from '../../ui/checkout/purchase-list.tsx'
import { PageHead } from '../../ui/parts/page-head.tsx'
import { MembersOnly } from '../../ui/session/members-only.tsx'

export const metadata: Metadata = { title: 'Checkouts' }

export default function CheckoutsPage() {
  return (
    <Prefetch load={(client, get) => [client.prefetchQuery(purchasesQuery(get))]}>
      <div className="grid grid-cols-1 gap-6">
        <PageHead title="Checkouts">What the assistant is buying, and what it bought.</PageHead>
        <MembersOnly here="/checkouts" why="Your checkouts are yours alone.">
          <PurchaseList />
        </MembersOnly>
      </div>
    </Prefetch>
  )
}
