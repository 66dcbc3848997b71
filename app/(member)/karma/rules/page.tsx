import type { Metadata } from 'next'
import { Prefetch } from '../../../ui/api/prefetch.tsx'
import { rulesQuery } from '../../../ui/karma/queries.ts'
import { RulesView } from '../../../ui/karma/rules-view.tsx'
import { PageHead } from '../../../ui/parts/page-head.tsx'

export const metadata: Metadata = { title: 'Rules' }

export default function RulesPage() {
  return (
    <Prefetch load={(client, get) => [client.prefetchQuery(rulesQuery(get))]}>
      <div className="grid grid-cols-1 gap-6">
        <PageHead title="Rules">What earns karma and what costs it. Members vote on the numbers.</PageHead>
        <RulesView />
      </div>
    </Prefetch>
  )
}
