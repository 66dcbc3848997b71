import type { ReactNode } from 'react'
import { PageHead } from '../parts/page-head.tsx'
import { MembersOnly } from '../session/members-only.tsx'

type Props = { here: string; title: string; intro: string; why: string; children: ReactNode }

/** One page of the settings: its head, and its content for a member. */
export function SettingPage({ here, title, intro, why, children }: Props) {
  return (
    <div className="grid min-w-0 grid-cols-1 gap-6">
      <PageHead title={title}>{intro}</PageHead>
      <MembersOnly here={here} why={why}>
        {children}
      </MembersOnly>
    </div>
  )
}
