import type { Metadata } from 'next'
import { Prefetch } from '../../../ui/api/prefetch.tsx'
import { sneakersQuery, storesQuery } from '../../../ui/api/queries.ts'
import { PageHead } from '../../../ui/parts/page-head.tsx'
import { ReportForm } from '../../../ui/restock/report-form.tsx'
import { MembersOnly } from '../../../ui/session/members-only.tsx'

export const metadata: Metadata = { title: 'Report a restock' }

export default function ReportPage() {
  return (
    <Prefetch
      load={(client, get) => [
        client.prefetchQuery(sneakersQuery(get)),
        client.prefetchQuery(storesQuery(get)),
      ]}
    >
      <div className="grid grid-cols-1 gap-6">
        <PageHead title="What did you see?">
          When another member confirms it, your report earns 10 karma. Your own position never leaves your
          phone.
        </PageHead>
        <MembersOnly here="/restocks/report" why="Reports carry a name, so that they can earn karma.">
          <ReportForm />
        </MembersOnly>
      </div>
    </Prefetch>
  )
}
