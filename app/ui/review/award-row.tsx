'use client'
import Link from 'next/link'
import type { ReviewAward } from '../../../core/karma/shape.ts'
import { ruleWords, stateOfAwardWords } from '../messages/en-karma.ts'
import { fill } from '../messages/fill.ts'
import { words } from '../messages/review/award-row.ts'
import { Ago } from '../parts/ago.tsx'
import { Button } from '../parts/button.tsx'
import { Karma } from '../parts/karma.tsx'
import { Mark } from '../parts/mark.tsx'
import { restockHref } from '../restock/asked.ts'
import { useReverse } from './hooks.ts'
import { ReasonForm } from './reason-form.tsx'

/** What is frozen into a batch goes its way. */
const isTooLate = ({ state }: ReviewAward) =>
  state === 'minting' || state === 'minted' || state === 'reversed'

function Reverse({ award }: { award: ReviewAward }) {
  const reverse = useReverse(award.id)
  return (
    <details>
      <summary className="inline-flex min-h-11 items-center text-sm font-semibold underline underline-offset-4">
        {words.takeItBack}
      </summary>
      <ReasonForm
        label={words.why}
        hint={fill(words.readsThisInThe, { username: award.username ?? words.theMember })}
        error={reverse.error}
        onReason={(reason) => reverse.mutate(reason)}
      >
        <Button type="submit" tone="alarm" busy={reverse.isPending}>
          {words.takeBack}
        </Button>
      </ReasonForm>
    </details>
  )
}

/** An award as a moderator sees it; `fixed` where it is decided otherwise. */
export function AwardRow({ award, fixed = false }: { award: ReviewAward; fixed?: boolean }) {
  return (
    <li className="grid gap-1.5 border-b border-soft py-3">
      <div className="flex flex-wrap items-baseline justify-between gap-x-4">
        <p className="font-semibold">
          {award.username ?? words.aMemberWhoLeft}: {ruleWords(award.rule)}
        </p>
        <Karma wei={award.amount} className={award.state === 'reversed' ? 'line-through' : ''} />
      </div>
      <p className="flex flex-wrap items-center gap-2 text-sm text-muted">
        <Mark tone={award.state === 'challenged' ? 'alarm' : 'plain'}>{stateOfAwardWords[award.state]}</Mark>
        <Ago at={award.created_at} />
        {award.rule.startsWith('restock.') && (
          <Link href={restockHref(award.source_id)} className="underline underline-offset-4">
            {words.theRestock}
          </Link>
        )}
      </p>
      {award.why.map((sentence) => (
        <p key={sentence} lang="en" className="text-sm">
          {sentence}
        </p>
      ))}
      {!fixed && !isTooLate(award) && <Reverse award={award} />}
    </li>
  )
}
