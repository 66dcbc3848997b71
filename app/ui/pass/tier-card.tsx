'use client'
import Link from 'next/link'
import type { ReactNode } from 'react'
import type { Tier } from '../../../core/pass/shape.ts'
import { fill } from '../messages/fill.ts'
import { words } from '../messages/pass/tier-card.ts'
import { periodText } from '../messages/units.ts'
import { Karma } from '../parts/karma.tsx'

/** `lower`: the tiers below it. */
type Shown = { tier: Tier; lower: readonly Tier[] }

/** What the pass is good for today; a higher tier includes the lower ones. */
function Opens({ tier, lower }: Shown) {
  const included = new Set(lower.flatMap(({ drops }) => drops.map(({ slug }) => slug)))
  const drops = tier.drops.filter(({ slug }) => !included.has(slug))
  const { raffles } = tier
  return (
    <div className="grid gap-2">
      <h3 className="eyebrow text-muted">{words.opens}</h3>
      <ul className="grid gap-1">
        {lower.length > 0 && <li>{words.everythingThatLower}</li>}
        {drops.map(({ slug, title }) => (
          <li key={slug}>
            <Link
              href={`/drops/${slug}`}
              className="inline-flex min-h-11 items-center font-semibold underline underline-offset-4"
            >
              {title}
            </Link>
          </li>
        ))}
        {raffles > 0 && <li>{raffles === 1 ? words.oneOpenRaffle : fill(words.openRaffles, { raffles })}</li>}
        {tier.drops.length + raffles === 0 && <li>{words.noDropOrRaffle}</li>}
      </ul>
    </div>
  )
}

function Price({ tier }: { tier: Tier }) {
  return (
    <div className="grid gap-1">
      <p>
        <Karma wei={tier.price} className="text-2xl" />
        {tier.period > 0 && fill(words.forWord, { period: periodText(tier.period) })}
      </p>
      {BigInt(tier.min_earned) > 0n && (
        <p className="text-sm">
          {words.forMembersWhoHave} <Karma wei={tier.min_earned} /> {words.orMoreSpentOr}
        </p>
      )}
    </div>
  )
}

/** One tier: its price, what it opens, and below it what the reader can do about it. */
export function TierCard({ tier, lower, children }: Shown & { children: ReactNode }) {
  const id = `tier-${tier.tier}`
  return (
    <section aria-labelledby={id} className="grid content-start gap-5 border border-rule p-4 sm:p-5">
      <h2 id={id} className="poster text-4xl">
        {words.tier} {tier.tier}
      </h2>
      <Price tier={tier} />
      <Opens tier={tier} lower={lower} />
      <div className="border-t border-rule pt-5">{children}</div>
    </section>
  )
}
