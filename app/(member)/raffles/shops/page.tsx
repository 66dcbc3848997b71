import type { Metadata } from 'next'
import { Prefetch } from '../../../ui/api/prefetch.tsx'
import { meQuery } from '../../../ui/api/queries.ts'
import { raffleWords } from '../../../ui/messages/en-raffles.ts'
import { pageWords as words } from '../../../ui/messages/pages.ts'
import { PageHead } from '../../../ui/parts/page-head.tsx'
import { ShopDrawsView } from '../../../ui/raffle/shops-view.tsx'
import { MembersOnly } from '../../../ui/session/members-only.tsx'

export const metadata: Metadata = {
  get title() {
    return raffleWords.shops
  },
}

export default function ShopDrawsPage() {
  return (
    <Prefetch load={(client, get) => [client.prefetchQuery(meQuery(get))]}>
      <div className="grid grid-cols-1 gap-6">
        <PageHead title={raffleWords.shops}>{raffleWords.shopsAbout}</PageHead>
        <MembersOnly why={words.anEntryIsIn} here="/raffles/shops">
          <ShopDrawsView />
        </MembersOnly>
      </div>
    </Prefetch>
  )
}
