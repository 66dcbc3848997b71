import type { Metadata } from 'next'
import { Prefetch } from '../../../ui/api/prefetch.tsx'
import { SettingPage } from '../../../ui/member/setting-page.tsx'
import { pageWords as words } from '../../../ui/messages/pages.ts'
import { PaymentView } from '../../../ui/payment/payment-view.tsx'
import { paymentQuery } from '../../../ui/payment/query.ts'

export const metadata: Metadata = {
  get title() {
    return words.payment
  },
}

export default function PaymentPage() {
  return (
    <Prefetch load={(client, get) => [client.prefetchQuery(paymentQuery(get))]}>
      <SettingPage
        here="/me/payment"
        title={words.payment}
        intro={words.aCardForThe}
        why={words.hereYouKeepA}
      >
        <PaymentView />
      </SettingPage>
    </Prefetch>
  )
}
