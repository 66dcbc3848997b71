import type { Metadata } from 'next'
import { pageWords as words } from '../../ui/messages/pages.ts'
import { ModerationView } from '../../ui/moderation/moderation-view.tsx'
import { PageHead } from '../../ui/parts/page-head.tsx'
import { MembersOnly } from '../../ui/session/members-only.tsx'

export const metadata: Metadata = {
  get title() {
    return words.moderation
  },
}

export default function ModerationPage() {
  return (
    <div className="grid grid-cols-1 gap-6">
      <PageHead title={words.moderate}>{words.reportedPostsAppeals}</PageHead>
      <MembersOnly here="/moderation" why={words.moderatorsDecideHere}>
        <ModerationView />
      </MembersOnly>
    </div>
  )
}
