'use client'
import Link from 'next/link'
import type { ReactNode } from 'react'
import type { Member } from '../../../core/member/shape.ts'
import { useLiveStatus } from '../live/live.tsx'
import { fill } from '../messages/fill.ts'
import { words } from '../messages/home/first-minute.ts'
import { Button, buttonClass } from '../parts/button.tsx'
import { type StepName, stepNames } from './steps.ts'
import { useFirstMinute } from './use-first-minute.ts'

type Way = ReturnType<typeof useFirstMinute>
type Told = { said: string; action?: ReactNode }

const go = (href: string, name: string, tone: 'go' | 'plain' = 'go') => (
  <Link href={href} className={`${buttonClass(tone)} justify-self-start`}>
    {name}
  </Link>
)

/** That something is being waited for on this very page. */
function Listening() {
  const live = useLiveStatus() === 'live'
  return (
    <p className="flex items-center gap-2 text-sm font-semibold">
      <span aria-hidden className="hexagon hex-pulse size-4 bg-fg dark:bg-volt" />
      {live ? words.live.listening : words.live.connecting}
    </p>
  )
}

/** What a step says now, and the one thing to press for it. */
function toldOf(name: StepName, { isReported, raffle, drop, walking }: Way): Told {
  const { earn, enter, live, walk } = words
  if (name === 'earn')
    return isReported
      ? { said: earn.wait, action: go('/ledger', earn.watch, 'plain') }
      : { said: earn.words, action: go('/restocks/report', earn.go) }
  if (name === 'enter')
    return raffle
      ? { said: enter.words, action: go(`/raffles/${raffle.id}`, enter.go) }
      : { said: enter.none }
  if (name === 'live') return { said: live.words, action: <Listening /> }
  return walking
    ? { said: walk.running, action: go(`/checkouts/${walking.id}`, walk.see, 'plain') }
    : { said: walk.words, action: go(drop ? `/drops/${drop.slug}?mode=dry-run` : '/drops', walk.go) }
}

function Mark({ place, done, now }: { place: number; done: boolean; now: boolean }) {
  const look = done ? 'bg-fg text-bg' : now ? 'bg-volt text-ink' : 'bg-panel'
  return (
    <span aria-hidden className={`hexagon figures grid h-9 w-10 place-items-center font-bold ${look}`}>
      {done ? '✓' : place}
    </span>
  )
}

function Step({ name, place, way }: { name: StepName; place: number; way: Way }) {
  const [done, now] = [way.done[name], way.now === name]
  const { said, action } = toldOf(name, way)
  const came = name === 'live' ? way.came : undefined
  return (
    <li
      aria-current={now ? 'step' : undefined}
      className="grid grid-cols-[auto_1fr] gap-x-4 border-b border-soft py-4 last:border-b-0"
    >
      <Mark place={place} done={done} now={now} />
      <div className="grid min-w-0 content-center gap-3">
        <div className={done || now ? '' : 'text-muted'}>
          <h3 className="heading text-xl">
            {words[name].title}
            {done && <span className="sr-only">, {words.done}</span>}
          </h3>
          {/* On a phone only the thing to do is told of. */}
          {!done && <p className={`max-w-prose text-sm ${now ? '' : 'max-sm:hidden'}`}>{said}</p>}
          {came && (
            <p className="ticker-in text-sm">
              {fill(words.cameIn, { pair: came.sneaker.name, size: came.size, shop: came.store.name })}
            </p>
          )}
        </div>
        {now && action}
      </div>
    </li>
  )
}

/** The way from nothing to a walked shop, one thing at a time; each is done when it really was done. */
export function FirstMinute({ me, kept }: { me: Member; kept: string | undefined }) {
  const way = useFirstMinute(me, kept)
  if (way.away) return null
  const count = stepNames.filter((name) => way.done[name]).length
  const isOver = count === stepNames.length
  return (
    <section aria-labelledby="first-minute" className="border border-rule">
      <div className="flex flex-wrap items-center justify-between gap-x-4 border-b border-rule bg-panel px-4 py-1 sm:px-6">
        <h2 id="first-minute" className="eyebrow">
          {words.title} ·{' '}
          <span className="whitespace-nowrap">{fill(words.ofAll, { count, all: stepNames.length })}</span>
        </h2>
        <Button tone="quiet" onClick={way.putAway}>
          {words.away}
        </Button>
      </div>
      <ol className="px-4 sm:px-6">
        {stepNames.map((name, index) => (
          <Step key={name} name={name} place={index + 1} way={way} />
        ))}
      </ol>
      <p
        role="status"
        className={isOver ? 'border-t border-rule px-4 py-4 font-semibold sm:px-6' : 'sr-only'}
      >
        {isOver && words.over}
      </p>
    </section>
  )
}
