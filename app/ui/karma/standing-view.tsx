'use client'
import Link from 'next/link'
import type { StandingAnswer } from '../../../core/karma/shape.ts'
import { isComing, levelWords, ruleWords } from '../messages/en.ts'
import { Ago } from '../parts/ago.tsx'
import { Answer } from '../parts/answer.tsx'
import { Karma, karmaText } from '../parts/karma.tsx'
import { Bar } from './bar.tsx'
import { CirclePart } from './circle-part.tsx'
import { useStanding } from './hooks.ts'
import { Section } from './section.tsx'

/** wei of wei, as a part of one; a picture needs no more digits. */
const partOf = (some: string, all: string) =>
  all === '0' ? 1 : Number((BigInt(some) * 10_000n) / BigInt(all)) / 10_000

/** 250,000 */
const grouped = (wei: string) => Number(karmaText(wei)).toLocaleString('en')
const days = (count: number) => (count === 1 ? '1 day' : `${count} days`)

function Next({ standing }: { standing: StandingAnswer }) {
  const { next, earned } = standing
  if (!next) return <p className="text-muted">There is no level above yours.</p>
  const missing = [
    ...(next.missing.earned === '0' ? [] : [`${karmaText(next.missing.earned)} karma`]),
    ...(next.missing.days === 0 ? [] : [days(next.missing.days)]),
  ]
  return (
    <div>
      <p>
        {missing.join(' and ')} more to <strong>{levelWords[next.level]}</strong>. Only what you earn by your
        own acts counts, once it is on chain.
      </p>
      <Bar
        name="Earned"
        told={`${grouped(earned)} of ${grouped(next.needs.earned)} karma`}
        part={partOf(earned, next.needs.earned)}
      />
      <Bar
        name="With us"
        told={`${standing.days} of ${days(next.needs.days)}`}
        part={next.needs.days === 0 ? 1 : standing.days / next.needs.days}
      />
    </div>
  )
}

function Rights({ rights }: Pick<StandingAnswer, 'rights'>) {
  const { challenges, suspended_until: until, unpaid } = rights
  return (
    <ul className="list-disc pl-5">
      {challenges.limit > 0 ? (
        <li>
          You may dispute a restock that you know to be wrong: {challenges.open} of {challenges.limit} open.
        </li>
      ) : (
        <li>Disputing restocks comes with the next level.</li>
      )}
      {until !== null && (
        <li>
          Not now: you disputed in bad faith. Again <Ago at={until} />.
        </li>
      )}
      {unpaid.map((rule) => (
        <li key={rule}>{ruleWords(rule)}: pays from a higher level on.</li>
      ))}
    </ul>
  )
}

function Today({ today }: Pick<StandingAnswer, 'today'>) {
  return (
    <>
      {today
        .filter(({ rule }) => !isComing(rule))
        .map(({ rule, used, cap }) => (
          <Bar
            key={rule}
            name={ruleWords(rule)}
            told={`${used} of ${cap}`}
            part={cap === 0 ? 1 : used / cap}
          />
        ))}
    </>
  )
}

function Budgets({ standing }: { standing: StandingAnswer }) {
  return (
    <>
      <p className="mb-1 text-sm text-muted">
        What everyone together was paid of what may be paid. The pots fill up again{' '}
        <Ago at={standing.epoch_ends} />.
      </p>
      {standing.budgets.map(({ category, budget, spent }) => (
        <Bar
          key={category}
          name={category.replace(/^./, (first) => first.toUpperCase())}
          told={`${grouped(spent)} of ${grouped(budget)} karma`}
          part={partOf(spent, budget)}
        />
      ))}
    </>
  )
}

/** Where the member stands, and what would make it more. */
export function StandingView() {
  return (
    <Answer query={useStanding()} waiting="Looking at your standing">
      {(standing) => (
        <div className="grid grid-cols-1 gap-8">
          <section aria-label="Trust level" className="grid grid-cols-1 gap-3 border border-rule p-4 sm:p-6">
            <p className="poster text-[min(13vw,6rem)]">{levelWords[standing.level]}</p>
            <p className="text-sm text-muted">
              <Karma wei={standing.earned} /> earned by your own acts, {days(standing.days)} with us.
            </p>
            <Next standing={standing} />
          </section>
          <Section title="What it gives you">
            <Rights rights={standing.rights} />
          </Section>
          <Section title="Paid today">
            <Today today={standing.today} />
          </Section>
          <Section title="Your circle">
            <CirclePart />
          </Section>
          <Section title="Paid from the pots">
            <Budgets standing={standing} />
          </Section>
          <p>
            <Link href="/karma/rules" className="underline underline-offset-4">
              The rules, in full
            </Link>
          </p>
        </div>
      )}
    </Answer>
  )
}
