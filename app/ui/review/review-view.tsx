'use client'
import { isAtLeast } from '../../../core/member/role.ts'
import { useMe } from '../api/hooks.ts'
import { Section } from '../karma/section.tsx'
import { Empty } from '../parts/notice.tsx'
import { AppealsPart } from './appeals-part.tsx'
import { AwardsPart } from './awards-part.tsx'
import { ChallengesPart } from './challenges-part.tsx'

/** What moderators decide about karma. The API asks for the role at each request; this only spares others the errors. */
export function ReviewView() {
  const { data: me } = useMe()
  if (!me || !isAtLeast(me.role, 'moderator'))
    return (
      <Empty title="For moderators">
        <p>Disputes and awards are decided here by those whom the community made moderators.</p>
      </Empty>
    )
  return (
    <div className="grid grid-cols-1 gap-8">
      <Section title="Disputed restocks">
        <ChallengesPart />
      </Section>
      <Section title="Appeals">
        <AppealsPart />
      </Section>
      <Section title="Awards">
        <AwardsPart />
      </Section>
    </div>
  )
}
