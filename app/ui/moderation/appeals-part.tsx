'use client'
import type { ReviewModAppeal } from '../../../core/moderation/shape.ts'
import { houseRuleWords } from '../messages/en-moderation.ts'
import { caseKindWords } from '../messages/en-reports.ts'
import { fill } from '../messages/fill.ts'
import { words } from '../messages/moderation/appeals-part.ts'
import { Ago } from '../parts/ago.tsx'
import { AppealCard, DecideAppeal } from '../review/appeal-card.tsx'
import { DecidedList } from '../review/decided-list.tsx'
import { useDecideModAppeal, useModAppeals } from './hooks.ts'

function Decide({ appeal }: { appeal: ReviewModAppeal }) {
  const decide = useDecideModAppeal(appeal.id)
  if (appeal.own) return <p className="text-sm text-muted">{words.thisIsAboutYou}</p>
  return (
    <DecideAppeal
      hint={words.theMemberReadsThis}
      grant={words.grantUndoIt}
      decide={decide}
      onDecide={(answer, granted) => decide.mutate({ answer, granted })}
    />
  )
}

function Row({ appeal }: { appeal: ReviewModAppeal }) {
  const { about } = appeal
  const against = `${caseKindWords[about.kind]}${about.kind === 'mute' ? '' : words.takenDown}`
  return (
    <AppealCard
      appeal={appeal}
      title={fill(words.againstA, { username: appeal.username ?? words.theAuthor, against })}
      decide={<Decide appeal={appeal} />}
    >
      <div className="grid gap-1 text-sm">
        {about.quote && <p className="whitespace-pre-line wrap-anywhere text-muted">“{about.quote}”</p>}
        <p>
          {about.rule && `${houseRuleWords[about.rule]}: `}
          {about.note}
        </p>
        <p className="text-muted">
          {about.by ?? words.aModeratorWhoLeft}, <Ago at={about.at} />
        </p>
      </div>
    </AppealCard>
  )
}

/** Members who say that a decision was wrong. */
export function ModAppealsPart() {
  return (
    <DecidedList
      useItems={useModAppeals}
      label={words.appeals}
      waiting={words.loadingTheAppeals}
      more={words.olderAppeals}
    >
      {(appeal) => <Row appeal={appeal} />}
    </DecidedList>
  )
}
