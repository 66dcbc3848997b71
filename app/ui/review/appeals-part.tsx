'use client'
import { useState } from 'react'
import type { ReviewAppeal } from '../../../core/karma/ring/shape.ts'
import { Ago } from '../parts/ago.tsx'
import { Answer } from '../parts/answer.tsx'
import { Button } from '../parts/button.tsx'
import { Mark } from '../parts/mark.tsx'
import { More } from '../parts/more.tsx'
import { useDecideAppeal, useReviewAppeals } from './hooks.ts'
import { ReasonForm } from './reason-form.tsx'
import { WithDecided } from './with-decided.tsx'

function Decide({ appeal }: { appeal: ReviewAppeal }) {
  const decide = useDecideAppeal(appeal.id)
  return (
    <ReasonForm
      label="Why you decide so"
      hint={`${appeal.username ?? 'The member'} reads this.`}
      shortest={10}
      longest={1_000}
      error={decide.error}
      onReason={(note, button) => decide.mutate({ note, granted: button === 'grant' })}
    >
      <Button type="submit" value="grant" busy={decide.isPending}>
        Grant: take nothing off
      </Button>
      <Button type="submit" value="refuse" tone="alarm" busy={decide.isPending}>
        Refuse
      </Button>
    </ReasonForm>
  )
}

function Row({ appeal }: { appeal: ReviewAppeal }) {
  return (
    <li className="grid gap-3 border border-rule p-4">
      <div className="flex flex-wrap items-center justify-between gap-2">
        <p className="font-semibold">
          {appeal.username ?? 'A member who left'}:{' '}
          <span className="figures">{appeal.discount_bp / 100} %</span> off
        </p>
        <Mark tone={appeal.state === 'open' ? 'live' : 'plain'}>{appeal.state}</Mark>
      </div>
      <blockquote className="wrap-anywhere border-l-4 border-rule pl-3">{appeal.text}</blockquote>
      <ul className="text-sm">
        {appeal.reasons.map(({ code, words, bp }) => (
          <li key={code} className="grid grid-cols-[minmax(0,1fr)_auto] gap-x-4 border-b border-soft py-1.5">
            <span>{words}</span>
            <span className="figures">{bp / 100} %</span>
          </li>
        ))}
      </ul>
      <p className="text-sm text-muted">
        <Ago at={appeal.created_at} />
      </p>
      {appeal.state === 'open' ? <Decide appeal={appeal} /> : <p className="text-sm">{appeal.answer}</p>}
    </li>
  )
}

/** Members who say that the discount on their circle is wrong, and the decision. */
export function AppealsPart() {
  const [state, setState] = useState<'open' | 'all'>('open')
  const pages = useReviewAppeals(state)
  return (
    <>
      <WithDecided state={state} onState={setState} />
      <Answer query={pages} waiting="Loading the appeals">
        {({ pages: all }) => {
          const appeals = all.flatMap(({ items }) => items)
          if (appeals.length === 0) return <p className="text-muted">Nothing waits for you.</p>
          return (
            <ul className="grid gap-4">
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
