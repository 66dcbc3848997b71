import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { Prefetch } from '../../../../ui/api/prefetch.tsx'
import { rulesetQuery } from '../../../../ui/karma/queries.ts'
import { RulesetView } from '../../../../ui/karma/ruleset-view.tsx'
import { pageWords as words } from '../../../../ui/messages/pages.ts'
import { PageHead } from '../../../../ui/parts/page-head.tsx'

export const metadata: Metadata = {
  get title() {
    return words.ruleSet
  },
}

export default async function RulesetPage({ params }: { params: Promise<{ hash: string }> }) {
  const { hash } = await params
  if (!/^0x[0-9a-f]{64}$/.test(hash)) notFound()
  return (
    <Prefetch load={(client, get) => [client.prefetchQuery(rulesetQuery(get, hash))]}>
      <div className="grid grid-cols-1 gap-6">
        <PageHead title={words.ruleSet}>{words.theRulesThatMints}</PageHead>
        <RulesetView hash={hash} />
      </div>
    </Prefetch>
  )
}
