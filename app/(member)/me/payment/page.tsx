import type { Metadata } from 'next'
import { Prefetch } from '../../../ui/api/prefetch.tsx'
import { SettingPage } from '../../../ui/member/setting-page.tsx'
import { PaymentView } from '../../../ui/payment/payment-view.tsx'
import { paymentQuery } from '../../../ui/payment/query.ts'

export const metadata: Metadata = { title: 'Payment' }

export default function PaymentPage() {
  return (
    <Prefetch load={(client, get) => [client.prefetchQuery(paymentQuery(get))]}>
      <SettingPage
        here="/me/payment"
        title="Payment"
        intro="A card for the assistant to pay with, where a shop lets it."
        why="Here you keep a card that only the checkout assistant can open."
      >
        <PaymentView />
      </SettingPage>
    </Prefetch>
  )
}
