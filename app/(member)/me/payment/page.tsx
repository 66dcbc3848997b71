import type { Metadata } from 'next'
import { Prefetch } from '../../../ui/api/prefetch.tsx'
import { PageHead } from '../../../ui/parts/page-head.tsx'
import { PaymentView } from '../../../ui/payment/payment-view.tsx'
import { paymentQuery } from '../../../ui/payment/query.ts'
import { MembersOnly } from '../../../ui/session/members-only.tsx'

export const metadata: Metadata = { title: 'Payment' }

export default function PaymentPage() {
  return (
    <Prefetch load={(client, get) => [client.prefetchQuery(paymentQuery(get))]}>
      <div className="grid grid-cols-1 gap-6">
        <PageHead title="Payment">A card for the assistant to pay with, where a shop lets it.</PageHead>
        <MembersOnly here="/me/payment" why="Here you keep a card that only the checkout assistant can open.">
          <PaymentView />
        </MembersOnly>
      </div>
    </Prefetch>
  )
}
