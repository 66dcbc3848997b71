import type { Metadata } from 'next'
import { Prefetch } from '../../ui/api/prefetch.tsx'
import { passesQuery } from '../../ui/api/queries.ts'
import { PageHead } from '../../ui/parts/page-head.tsx'
import { PassesView } from '../../ui/pass/passes-view.tsx'

export const metadata: Metadata = { title: 'Passes' }

export default function PassesPage() {
  return (
    <Prefetch load={(client, get) => [client.prefetchQuery(passesQuery(get))]}>
      <div className="grid grid-cols-1 gap-6">
        <PageHead title="Passes">
          A pass opens the gates of its tier. You pay in karma, which burns; there is no gas to pay.
        </PageHead>
        <PassesView />
      </div>
    </Prefetch>
  )
}
