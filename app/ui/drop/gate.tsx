'use client'
import Link from 'next/link'
import type { Drop } from '../../../core/drop/shape.ts'
import { words } from '../messages/drop/gate.ts'
import { fill } from '../messages/fill.ts'
import { buttonClass } from '../parts/button.tsx'
import { Karma, karmaText } from '../parts/karma.tsx'
import { Mark } from '../parts/mark.tsx'

/** Held of required as 0..100, cut. */
function percent(held: string, required: string): number {
  const goal = BigInt(required)
  if (goal === 0n) return 100
  const part = Number((BigInt(held) * 100n) / goal)
  return Math.min(100, part)
}

function Bar({ held, required }: { held: string; required: string }) {
  const value = percent(held, required)
  return (
    <div className="grid gap-1.5">
      <div
        role="progressbar"
        aria-valuenow={value}
        aria-valuemin={0}
        aria-valuemax={100}
        aria-label={fill(words.ofKarma, { held: karmaText(held), required: karmaText(required) })}
        className="h-5 overflow-hidden rounded-xs border border-edge bg-bg"
      >
        <div
          className={`h-full bg-volt ${value > 0 ? 'border-r border-ink' : ''}`}
          style={{ width: `${value}%` }}
        />
      </div>
      <p className="figures flex justify-between text-sm">
        <span>
          {karmaText(held)} {words.held}
        </span>
        <span>
          {karmaText(required)} {words.asked}
        </span>
      </p>
    </div>
  )
}

function Asks({ drop }: { drop: Drop }) {
  const { min_karma: karma, pass_tier: tier } = drop
  if (BigInt(karma) > 0n)
    return (
      <>
        {words.thisDropAsksFor} <Karma wei={karma} />
        {tier !== null && fill(words.orForAPass, { tier })}
        {words.signInToSee}
      </>
    )
  if (tier === null) return words.signInToRequest
  return fill(words.thisDropAsksFor2, { tier })
}

function SignedOut({ drop }: { drop: Drop }) {
  return (
    <>
      <p>
        <Asks drop={drop} />
      </p>
      <Link prefetch={false} href={`/sign-in?next=/drops/${drop.slug}`} className={buttonClass('go')}>
        {words.signIn}
      </Link>
    </>
  )
}

/** What would open it: karma is earned, a pass is bought. */
function WaysIn({ drop }: { drop: Drop }) {
  const byKarma = BigInt(drop.min_karma) > 0n
  return (
    <div className="grid gap-3">
      {byKarma && (
        <Link prefetch={false} href="/restocks/report" className={buttonClass('go')}>
          {words.reportARestock}
        </Link>
      )}
      {drop.pass_tier !== null && (
        <Link prefetch={false} href="/passes" className={buttonClass(byKarma ? 'plain' : 'go')}>
          {words.getAPass}
        </Link>
      )}
    </div>
  )
}

/** May this member buy, and if not, what would make it a yes. */
export function Gate({ drop }: { drop: Drop }) {
  const { gate } = drop
  return (
    <section
      aria-labelledby="gate"
      className="grid justify-items-stretch gap-3 border border-rule bg-panel p-4"
    >
      <div className="flex flex-wrap items-center justify-between gap-3">
        <h2 id="gate" className="heading text-xl">
          {words.theGate}
        </h2>
        {gate &&
          (gate.open ? <Mark tone="live">{words.open}</Mark> : <Mark tone="alarm">{words.closed}</Mark>)}
      </div>
      {gate ? (
        <>
          <p lang="en">{gate.reason}</p>
          {BigInt(gate.required) > 0n && <Bar held={gate.held} required={gate.required} />}
          {!gate.open && <WaysIn drop={drop} />}
        </>
      ) : (
        <SignedOut drop={drop} />
      )}
    </section>
  )
}
