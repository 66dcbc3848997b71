import type { Metadata } from 'next'
import { Prefetch } from '../../ui/api/prefetch.tsx'
import { passesQuery } from '../../ui/api/queries.ts'
import { pageWords as words } from '../../ui/messages/pages.ts'
import { PageHead } from '../../ui/parts/page-head.tsx'
import { PassesView } from '../../ui/pass/passes-view.tsx'

export const metadata: Metadata = {
  get title() {
    return words.passes
  },
}

export default function PassesPage() {
  return (
    <Prefetch load={(client, get) => [client.prefetchQuery(passesQuery(get))]}>
      <div className="grid grid-cols-1 gap-6">
        <PageHead title={words.passes}>{words.aPassOpensThe}</PageHead>
        <PassesView />
      </div>
    </Prefetch>
  )
}
