'use client'
import Link from 'next/link'
import { useId } from 'react'
import type { PendingAward } from '../../../core/ledger/shape.ts'
import { awardWords, ruleWords } from '../messages/en-karma.ts'
import { fill } from '../messages/fill.ts'
import { words } from '../messages/ledger/awards.ts'
import { Ago, useSecond } from '../parts/ago.tsx'
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
      {left > 0 ? fill(words.left, { left: countdown(left) }) : words.done}
    </span>
  )
}

/** What it is now, and what the member can do about it. */
function State({ award }: { award: PendingAward }) {
  const counts = award.state === 'maturing' || award.state === 'challenged'
  return (
    <p className="text-sm text-muted">
      {awardWords[award.state]}
      {counts && award.matures_at && <Left until={award.matures_at} />}
      {award.state === 'needs-wallet' && (
        <>
          {' '}
          <Link href="/me/wallets" className="underline underline-offset-4">
            {words.linkAWallet}
          </Link>
        </>
      )}
    </p>
  )
}

function Award({ award }: { award: PendingAward }) {
  const isLost = award.state === 'reversed' || award.state === 'capped'
  return (
    <li className="grid grid-cols-[minmax(0,1fr)_auto] items-baseline gap-x-6 border-b border-dashed border-edge py-3">
      <div>
        <p className="font-semibold">{ruleWords(award.rule)}</p>
        <State award={award} />
        {award.why.map((sentence) => (
          <p key={sentence} lang="en" className="text-sm">
            {sentence}
          </p>
        ))}
        <p className="text-xs text-muted">
          <Ago at={award.created_at} />
        </p>
      </div>
      {award.amount !== '0' && <Karma wei={award.amount} className={isLost ? 'line-through' : ''} />}
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
      <More pages={pages}>{words.olderAwards}</More>
    </section>
  )
}
