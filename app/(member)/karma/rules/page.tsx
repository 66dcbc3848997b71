import type { Metadata } from 'next'
import { Prefetch } from '../../../ui/api/prefetch.tsx'
import { rulesQuery } from '../../../ui/karma/queries.ts'
import { RulesView } from '../../../ui/karma/rules-view.tsx'
import { pageWords as words } from '../../../ui/messages/pages.ts'
import { PageHead } from '../../../ui/parts/page-head.tsx'

export const metadata: Metadata = {
  get title() {
    return words.rules
  },
}

export default function RulesPage() {
  return (
    <Prefetch load={(client, get) => [client.prefetchQuery(rulesQuery(get))]}>
      <div className="grid grid-cols-1 gap-6">
        <PageHead title={words.rules}>{words.whatEarnsKarmaAnd}</PageHead>
        <RulesView />
      </div>
    </Prefetch>
  )
}
