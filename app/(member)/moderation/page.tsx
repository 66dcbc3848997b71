import type { Metadata } from 'next'
import { ModerationView } from '../../ui/moderation/moderation-view.tsx'
import { PageHead } from '../../ui/parts/page-head.tsx'
import { MembersOnly } from '../../ui/session/members-only.tsx'

export const metadata: Metadata = { title: 'Moderation' }

export default function ModerationPage() {
  return (
    <div className="grid grid-cols-1 gap-6">
      <PageHead title="Moderate">Reported posts, appeals, members and filters.</PageHead>
      <MembersOnly here="/moderation" why="Moderators decide here.">
        <ModerationView />
      </MembersOnly>
    </div>
  )
}
