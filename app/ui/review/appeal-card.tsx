'use client'
import type { ReactNode } from 'react'
import { words } from '../messages/review/appeal-card.ts'
import { Button } from '../parts/button.tsx'
import { Mark } from '../parts/mark.tsx'
import { ReasonForm } from './reason-form.tsx'

type DecideProps = {
  /** Who reads the reason. */
  hint: string
  /** What granting does. */
  grant: string
  shortest?: number
  longest?: number
  decide: { error: Error | null; isPending: boolean }
  onDecide: (reason: string, granted: boolean) => void
}

/** Grants an appeal or refuses it, with the reason. */
export function DecideAppeal({ grant, decide, onDecide, ...form }: DecideProps) {
  return (
    <ReasonForm
      label={words.whyYouDecideSo}
      {...form}
      error={decide.error}
      onReason={(reason, button) => onDecide(reason, button === 'grant')}
    >
      <Button type="submit" value="grant" busy={decide.isPending}>
        {grant}
      </Button>
      <Button type="submit" value="refuse" tone="alarm" busy={decide.isPending}>
        {words.refuse}
      </Button>
    </ReasonForm>
  )
}

type Appeal = { state: string; text: string; answer: string | null }
type Props = {
  appeal: Appeal
  /** Who, against what. */
  title: ReactNode
  /** Of one that waits. */
  decide: ReactNode
  /** What it is about. */
  children: ReactNode
}

/** What a member says against a decision, what it was, and the answer. */
export function AppealCard({ appeal, title, decide, children }: Props) {
  const isOpen = appeal.state === 'open'
  return (
    <li className="grid gap-3 border border-rule p-4">
      <div className="flex flex-wrap items-center justify-between gap-2">
        <p className="font-semibold">{title}</p>
        <Mark tone={isOpen ? 'live' : 'plain'}>{appeal.state}</Mark>
      </div>
      <blockquote className="wrap-anywhere border-l-4 border-rule pl-3">{appeal.text}</blockquote>
      {children}
      {isOpen ? decide : <p className="text-sm">{appeal.answer}</p>}
    </li>
  )
}
