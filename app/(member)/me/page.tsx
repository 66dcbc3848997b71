import type { Metadata } from 'next'
import { Overview } from '../../ui/member/overview.tsx'
import { PageHead } from '../../ui/parts/page-head.tsx'
import { MembersOnly } from '../../ui/session/members-only.tsx'

export const metadata: Metadata = { title: 'You' }

export default function MePage() {
  return (
    <div className="grid grid-cols-1 gap-6">
      <PageHead title="You" />
      <MembersOnly here="/me" why="Here you keep your name, wallets, address and all that is yours.">
        <Overview />
      </MembersOnly>
    </div>
  )
}
