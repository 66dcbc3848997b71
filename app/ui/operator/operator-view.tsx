'use client'
import { isAtLeast } from '../../../core/member/role.ts'
import { useMe } from '../api/hooks.ts'
import { Section } from '../karma/section.tsx'
import { operatorWords } from '../messages/en-operator.ts'
import { Empty } from '../parts/notice.tsx'
import { DeadPart } from './dead-part.tsx'
import { FiguresPart } from './figures-part.tsx'
import { HealthPart } from './health-part.tsx'

/** The installation at a glance. The API asks for the role at each request; this only spares others the errors. */
export function OperatorView() {
  const { data: me } = useMe()
  if (!me || !isAtLeast(me.role, 'admin'))
    return (
      <Empty title={operatorWords.forAdmins}>
        <p>{operatorWords.forAdminsWhat}</p>
      </Empty>
    )
  return (
    <div className="grid grid-cols-1 gap-8">
      <Section title={operatorWords.components}>
        <HealthPart />
      </Section>
      <Section title={operatorWords.deadLetters}>
        <DeadPart />
      </Section>
      <FiguresPart />
    </div>
  )
}
