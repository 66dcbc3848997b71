import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { Prefetch } from '../../../ui/api/prefetch.tsx'
import { Problem } from '../../../ui/api/problem.ts'
import { purchaseQuery } from '../../../ui/api/queries.ts'
import { serverGet } from '../../../ui/api/server.ts'
import { PurchaseView } from '../../../ui/checkout/purchase-view.tsx'
import { pageWords as words } from '../../../ui/messages/pages.ts'
import { MembersOnly } from '../../../ui/session/members-only.tsx'

export const metadata: Metadata = {
  get title() {
    return words.checkout
  },
}

/** Not there, or someone else's: the same answer. 401 is for the page to explain. */
async function mustExist(id: string) {
  try {
    await serverGet(`/purchase-requests/${encodeURIComponent(id)}`, 'purchase')
  } catch (error) {
    if (error instanceof Problem && [400, 404].includes(error.status)) notFound()
  }
}

export default async function CheckoutPage({ params }: { params: Promise<{ id: string }> }) {
  const { id } = await params
  await mustExist(id)
  return (
    <Prefetch load={(client, get) => [client.prefetchQuery(purchaseQuery(get, id))]}>
      <MembersOnly here={`/checkouts/${id}`} why={words.yourCheckoutsAreYours}>
        <PurchaseView id={id} />
      </MembersOnly>
    </Prefetch>
  )
}
