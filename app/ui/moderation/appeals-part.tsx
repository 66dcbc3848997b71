'use client'
import { useState } from 'react'
import type { ReviewModAppeal } from '../../../core/moderation/shape.ts'
import { houseRuleWords } from '../messages/en.ts'
import { Ago } from '../parts/ago.tsx'
import { Answer } from '../parts/answer.tsx'
import { Button } from '../parts/button.tsx'
import { Mark } from '../parts/mark.tsx'
import { More } from '../parts/more.tsx'
import { ReasonForm } from '../review/reason-form.tsx'
import { WithDecided } from '../review/with-decided.tsx'
import { useDecideModAppeal, useModAppeals } from './hooks.ts'

function Decide({ appeal }: { appeal: ReviewModAppeal }) {
  const decide = useDecideModAppeal(appeal.id)
  if (appeal.own)
    return (
      <p className="text-sm text-muted">This is about you or your decision: another moderator decides.</p>
    )
  return (
    <ReasonForm
      label="Why you decide so"
      hint="The member reads this, and everyone in the log."
      error={decide.error}
      onReason={(answer, button) => decide.mutate({ answer, granted: button === 'grant' })}
    >
      <Button type="submit" value="grant" busy={decide.isPending}>
        Grant: undo it
      </Button>
      <Button type="submit" value="refuse" tone="alarm" busy={decide.isPending}>
        Refuse
      </Button>
    </ReasonForm>
  )
}

function Row({ appeal }: { appeal: ReviewModAppeal }) {
  const { about } = appeal
  return (
    <li className="grid gap-3 border border-rule p-4">
      <div className="flex flex-wrap items-center justify-between gap-2">
        <p className="font-semibold">
          {appeal.username ?? 'The author'}, against a {about.kind === 'mute' ? 'mute' : 'post taken down'}
        </p>
        <Mark tone={appeal.state === 'open' ? 'live' : 'plain'}>{appeal.state}</Mark>
      </div>
      <blockquote className="wrap-anywhere border-l-4 border-rule pl-3">{appeal.text}</blockquote>
      <div className="grid gap-1 text-sm">
        {about.quote && <p className="whitespace-pre-line wrap-anywhere text-muted">“{about.quote}”</p>}
        <p>
          {about.rule && `${houseRuleWords[about.rule]}: `}
          {about.note}
        </p>
        <p className="text-muted">
          {about.by ?? 'A moderator who left'}, <Ago at={about.at} />
        </p>
      </div>
      {appeal.state === 'open' ? <Decide appeal={appeal} /> : <p className="text-sm">{appeal.answer}</p>}
    </li>
  )
}

/** Members who say that a decision was wrong. */
export function ModAppealsPart() {
  const [state, setState] = useState<'open' | 'all'>('open')
  const pages = useModAppeals(state)
  return (
    <>
      <WithDecided state={state} onState={setState} />
      <Answer query={pages} waiting="Loading the appeals">
        {({ pages: all }) => {
          const appeals = all.flatMap(({ items }) => items)
          if (appeals.length === 0) return <p className="text-muted">Nothing waits for you.</p>
          return (
            <ul aria-label="Appeals" className="grid gap-4">
              {appeals.map((appeal) => (
                <Row key={appeal.id} appeal={appeal} />
              ))}
            </ul>
          )
        }}
      </Answer>
      <More pages={pages}>Older appeals</More>
    </>
  )
}
