'use client'
import { isAtLeast } from '../../../core/member/role.ts'
import { useMe } from '../api/hooks.ts'
import { Section } from '../karma/section.tsx'
import { words } from '../messages/review/review-view.ts'
import { Empty } from '../parts/notice.tsx'
import { AppealsPart } from './appeals-part.tsx'
import { AwardsPart } from './awards-part.tsx'
import { ChallengesPart } from './challenges-part.tsx'

/** What moderators decide about karma. The API asks for the role at each request; this only spares others the errors. */
export function ReviewView() {
  const { data: me } = useMe()
  if (!me || !isAtLeast(me.role, 'moderator'))
    return (
      <Empty title={words.forModerators}>
        <p>{words.disputesAndAwardsAre}</p>
      </Empty>
    )
  return (
    <div className="grid grid-cols-1 gap-8">
      <Section title={words.disputedRestocks}>
        <ChallengesPart />
      </Section>
      <Section title={words.appeals}>
        <AppealsPart />
      </Section>
      <Section title={words.awards}>
        <AwardsPart />
      </Section>
    </div>
  )
}
