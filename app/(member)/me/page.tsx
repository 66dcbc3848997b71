import type { Metadata } from 'next'
import { Overview } from '../../ui/member/overview.tsx'
import { pageWords as words } from '../../ui/messages/pages.ts'
import { PageHead } from '../../ui/parts/page-head.tsx'
import { MembersOnly } from '../../ui/session/members-only.tsx'

export const metadata: Metadata = {
  get title() {
    return words.you
  },
}

export default function MePage() {
  return (
    <div className="grid grid-cols-1 gap-6">
      <PageHead title={words.you} />
      <MembersOnly here="/me" why={words.hereYouKeepYour}>
        <Overview />
      </MembersOnly>
    </div>
  )
}
