'use client'
import Link from 'next/link'
import { isAtLeast } from '../../../core/member/role.ts'
import { useMe } from '../api/hooks.ts'
import { Section } from '../karma/section.tsx'
import { words } from '../messages/moderation/moderation-view.ts'
import { Empty } from '../parts/notice.tsx'
import { ModAppealsPart } from './appeals-part.tsx'
import { CasesPart } from './cases-part.tsx'
import { FiltersPart } from './filters-part.tsx'
import { MemberPart } from './member-part.tsx'

/** What moderators decide. The API asks for the role at each request; this only spares others the errors. */
export function ModerationView() {
  const { data: me } = useMe()
  if (!me || !isAtLeast(me.role, 'moderator'))
    return (
      <Empty title={words.forModerators}>
        <p>
          {words.whatMembersReportIs}{' '}
          <Link href="/moderation/log" className="underline underline-offset-4">
            {words.theLog}
          </Link>{' '}
          {words.saysWhatWasDone}
        </p>
      </Empty>
    )
  return (
    <div className="grid grid-cols-1 gap-8">
      <Section title={words.queue}>
        <CasesPart />
      </Section>
      <Section title={words.appeals}>
        <ModAppealsPart />
      </Section>
      <Section title={words.members}>
        <MemberPart />
      </Section>
      <Section title={words.filters}>
        <FiltersPart />
      </Section>
    </div>
  )
}
