import type { Metadata } from 'next'
import { InviteView } from '../../../ui/group/invite-view.tsx'
import { inviteWords } from '../../../ui/messages/en-groups.ts'
import { PageHead } from '../../../ui/parts/page-head.tsx'

export const metadata: Metadata = {
  get title() {
    return inviteWords.title
  },
  referrer: 'no-referrer',
}

export default function InvitePage() {
  return (
    <div className="grid grid-cols-1 gap-6">
      <PageHead title={inviteWords.title} />
      <InviteView />
    </div>
  )
}
