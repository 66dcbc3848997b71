'use client'
import Link from 'next/link'
import type { Honours as HonoursOf } from '../../../core/karma/leaderboard.ts'
import { fill } from '../messages/fill.ts'
import { badgeWords } from '../messages/leaderboard/badges.ts'
import { words } from '../messages/leaderboard/honours.ts'
import { locale } from '../messages/locale.ts'
import { Answer } from '../parts/answer.tsx'
import { useHonours } from './hooks.ts'

function streakWords({ current, longest, today }: HonoursOf['streak']): string {
  if (longest === 0) return words.nothingMaturedYetThe
  const best = longest > current ? fill(words.yourLongestWas, { longest }) : ''
  if (current === 0) return fill(words.noStreakAtPresent, { best })
  const hint = today ? '' : words.reportOrConfirm
  return fill(words.inARow, { current, value: current === 1 ? words.day : words.days, hint, best })
}

type BadgeOf = HonoursOf['badges'][number]

function Badge({ badge }: { badge: BadgeOf }) {
  const known = badgeWords[badge.id as keyof typeof badgeWords]
  const { name, what } = known ?? badge
  const lang = known || locale.lang === 'en' ? undefined : 'en'
  return (
    <li
      className={`grid grid-cols-[auto_minmax(0,1fr)] items-center gap-x-3 p-3 ${badge.earned ? 'bg-panel' : 'bg-bg'}`}
    >
      <span
        aria-hidden
        className={`hexagon size-6 ${badge.earned ? 'bg-fg dark:bg-volt' : 'border-edge bg-soft'}`}
      />
      <span className="grid min-w-0">
        <span className="font-semibold">
          <span lang={lang}>{name}</span>
          {badge.earned && <span className="sr-only">{words.earned}</span>}
        </span>
        <span className="text-sm text-muted">
          <span lang={lang}>{what}</span>
          {!badge.earned && badge.need > 1 && (
            <span className="figures whitespace-nowrap">
              {' '}
              · {badge.have}/{badge.need}
            </span>
          )}
        </span>
      </span>
    </li>
  )
}

/** The member's streak and badges, and the way to the leaderboard. */
export function Honours() {
  return (
    <section aria-labelledby="honours" className="grid gap-4">
      <div className="flex flex-wrap items-baseline justify-between gap-x-6">
        <h2 id="honours" className="heading text-2xl">
          {words.streakAndBadges}
        </h2>
        <Link
          href="/karma/leaderboard"
          className="inline-flex min-h-11 items-center underline underline-offset-4"
        >
          {words.leaderboard}
        </Link>
      </div>
      <Answer query={useHonours()} waiting={words.loadingYourBadges}>
        {({ streak, badges }) => (
          <>
            <p>{streakWords(streak)}</p>
            <ul
              aria-label={words.badges}
              className="grid grid-cols-1 gap-px border border-rule bg-rule sm:grid-cols-2"
            >
              {badges.map((badge) => (
                <Badge key={badge.id} badge={badge} />
              ))}
            </ul>
          </>
        )}
      </Answer>
    </section>
  )
}
