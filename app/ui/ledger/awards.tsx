'use client'
import Link from 'next/link'
import { useId } from 'react'
import type { PendingAward } from '../../../core/ledger/shape.ts'
import { awardWords, ruleWords } from '../messages/en.ts'
import { useSecond } from '../parts/ago.tsx'
import { Karma } from '../parts/karma.tsx'
import { More } from '../parts/more.tsx'
import { ErrorNotice } from '../parts/notice.tsx'
import { useAwards } from './hooks.ts'

/** m:ss, or h:mm:ss from an hour up. */
function countdown(seconds: number): string {
  const two = (value: number) => String(value).padStart(2, '0')
  const hours = Math.floor(seconds / 3600)
  const minutes = Math.floor((seconds % 3600) / 60)
  return hours > 0 ? `${hours}:${two(minutes)}:${two(seconds % 60)}` : `${minutes}:${two(seconds % 60)}`
}

function Left({ until }: { until: string }) {
  const left = Math.ceil(Date.parse(until) / 1000) - useSecond()
  return (
    <span className="figures" suppressHydrationWarning>
      {left > 0 ? ` ${countdown(left)} left` : ' done'}
    </span>
  )
}

function Award({ award }: { award: PendingAward }) {
  return (
    <li className="grid grid-cols-[minmax(0,1fr)_auto] items-baseline gap-x-6 border-b border-dashed border-edge py-3">
      <span>
        <span className="block font-semibold">{ruleWords(award.rule)}</span>
        <span className="text-sm text-muted">
          {awardWords[award.state]}
          {award.state === 'maturing' && award.matures_at && <Left until={award.matures_at} />}
          {award.state === 'needs-wallet' && (
            <>
              {' '}
              <Link href="/me/wallets" className="underline underline-offset-4">
                Link a wallet
              </Link>
            </>
          )}
        </span>
      </span>
      <Karma wei={award.amount} className={award.state === 'reversed' ? 'line-through' : ''} />
    </li>
  )
}

/** Awards that the chain does not show: promised, or refused with the reason. */
export function Awards({ of, title }: { of: 'open' | 'ended'; title: string }) {
  const pages = useAwards(of)
  const awards = pages.data?.pages.flatMap(({ items }) => items) ?? []
  const id = useId()
  if (pages.error && !pages.data) return <ErrorNotice error={pages.error} />
  if (awards.length === 0) return null
  return (
    <section aria-labelledby={id}>
      <h2 id={id} className="heading text-2xl">
        {title}
      </h2>
      <ul>
        {awards.map((award) => (
          <Award key={award.id} award={award} />
        ))}
      </ul>
      <More pages={pages}>Older awards</More>
    </section>
  )
}
