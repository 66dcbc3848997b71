import type { Metadata } from 'next'
import { Prefetch } from '../../../ui/api/prefetch.tsx'
import { sneakersQuery, storesQuery } from '../../../ui/api/queries.ts'
import { pageWords as words } from '../../../ui/messages/pages.ts'
import { PageHead } from '../../../ui/parts/page-head.tsx'
import { ReportForm } from '../../../ui/restock/report-form.tsx'
import { MembersOnly } from '../../../ui/session/members-only.tsx'

export const metadata: Metadata = {
  get title() {
    return words.reportARestock
  },
}

export default function ReportPage() {
  return (
    <Prefetch
      load={(client, get) => [
        client.prefetchQuery(sneakersQuery(get)),
        client.prefetchQuery(storesQuery(get)),
      ]}
    >
      <div className="grid grid-cols-1 gap-6">
        <PageHead title={words.whatDidYouSee}>{words.whenAnotherMember}</PageHead>
        <MembersOnly here="/restocks/report" why={words.reportsCarryAName}>
          <ReportForm />
        </MembersOnly>
      </div>
    </Prefetch>
  )
}
