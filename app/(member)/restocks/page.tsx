import type { Metadata } from 'next'
import Link from 'next/link'
import { Prefetch } from '../../ui/api/prefetch.tsx'
import { restocksQuery } from '../../ui/api/queries.ts'
import { buttonClass } from '../../ui/parts/button.tsx'
import { PageHead } from '../../ui/parts/page-head.tsx'
import { RestockList } from '../../ui/restock/restock-list.tsx'

export const metadata: Metadata = { title: 'Restocks' }

export default function RestocksPage() {
  return (
    <Prefetch load={(client, get) => [client.prefetchQuery(restocksQuery(get))]}>
      <div className="grid grid-cols-1 gap-6">
        <PageHead
          title="Restocks"
          action={
            <Link href="/restocks/report" className={buttonClass('go', 'large')}>
              Report a restock
            </Link>
          }
        >
          Seen on a shelf by members, minutes ago. A second pair of eyes makes it count.
        </PageHead>
        <RestockList />
      </div>
    </Prefetch>
  )
}
