import type { Metadata } from 'next'
import { pageWords as words } from '../../../ui/messages/pages.ts'
import { PageHead } from '../../../ui/parts/page-head.tsx'
import { ReviewView } from '../../../ui/review/review-view.tsx'
import { MembersOnly } from '../../../ui/session/members-only.tsx'

export const metadata: Metadata = {
  get title() {
    return words.review
  },
}

export default function ReviewPage() {
  return (
    <div className="grid grid-cols-1 gap-6">
      <PageHead title={words.review}>{words.disputesAppealsAnd}</PageHead>
      <MembersOnly here="/karma/review" why={words.moderatorsDecideHere}>
        <ReviewView />
      </MembersOnly>
    </div>
  )
}
