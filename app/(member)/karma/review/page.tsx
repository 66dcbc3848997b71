import type { Metadata } from 'next'
import { PageHead } from '../../../ui/parts/page-head.tsx'
import { ReviewView } from '../../../ui/review/review-view.tsx'
import { MembersOnly } from '../../../ui/session/members-only.tsx'

export const metadata: Metadata = { title: 'Review' }

export default function ReviewPage() {
  return (
    <div className="grid grid-cols-1 gap-6">
      <PageHead title="Review">Disputes, appeals, and awards that can still be taken back.</PageHead>
      <MembersOnly here="/karma/review" why="Moderators decide here.">
        <ReviewView />
      </MembersOnly>
    </div>
  )
}
