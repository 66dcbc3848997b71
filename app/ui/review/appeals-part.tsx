'use client'
import type { ReviewAppeal } from '../../../core/karma/ring/shape.ts'
import { fill } from '../messages/fill.ts'
import { words as texts } from '../messages/review/appeals-part.ts'
import { Ago } from '../parts/ago.tsx'
import { AppealCard, DecideAppeal } from './appeal-card.tsx'
import { DecidedList } from './decided-list.tsx'
import { useDecideAppeal, useReviewAppeals } from './hooks.ts'

function Decide({ appeal }: { appeal: ReviewAppeal }) {
  const decide = useDecideAppeal(appeal.id)
  return (
    <DecideAppeal
      hint={fill(texts.readsThis, { username: appeal.username ?? texts.theMember })}
      grant={texts.grantTakeNothingOff}
      shortest={10}
      longest={1_000}
      decide={decide}
      onDecide={(note, granted) => decide.mutate({ note, granted })}
    />
  )
}

function Row({ appeal }: { appeal: ReviewAppeal }) {
  const title = (
    <>
      {appeal.username ?? texts.aMemberWhoLeft}: <span className="figures">{appeal.discount_bp / 100} %</span>{' '}
      {texts.off}
    </>
  )
  return (
    <AppealCard appeal={appeal} title={title} decide={<Decide appeal={appeal} />}>
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
    </AppealCard>
  )
}

/** Members who say that the discount on their circle is wrong, and the decision. */
export function AppealsPart() {
  return (
    <DecidedList
      useItems={useReviewAppeals}
      label={texts.appeals}
      waiting={texts.loadingTheAppeals}
      more={texts.olderAppeals}
    >
      {(appeal) => <Row appeal={appeal} />}
    </DecidedList>
  )
}
