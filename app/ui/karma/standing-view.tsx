'use client'
import Link from 'next/link'
import type { StandingAnswer } from '../../../core/karma/shape.ts'
import { isComing, levelWords, ruleWords } from '../messages/en-karma.ts'
import { fill } from '../messages/fill.ts'
import { categoryText } from '../messages/karma/categories.ts'
import { words } from '../messages/karma/standing-view.ts'
import { locale } from '../messages/locale.ts'
import { unitText } from '../messages/units.ts'
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
const grouped = (wei: string) => Number(karmaText(wei)).toLocaleString(locale.format)
const days = (count: number) => unitText(count, 'day')

function Next({ standing }: { standing: StandingAnswer }) {
  const { next, earned } = standing
  if (!next) return <p className="text-muted">{words.thereIsNoLevel}</p>
  const missing = [
    ...(next.missing.earned === '0' ? [] : [fill(words.karma, { earned: karmaText(next.missing.earned) })]),
    ...(next.missing.days === 0 ? [] : [days(next.missing.days)]),
  ]
  return (
    <div>
      <p>
        {missing.join(words.and)} {words.moreTo} <strong>{levelWords[next.level]}</strong>
        {words.onlyWhatYouEarn}
      </p>
      <Bar
        name={words.earnedName}
        told={fill(words.ofKarma, { earned: grouped(earned), earned2: grouped(next.needs.earned) })}
        part={partOf(earned, next.needs.earned)}
      />
      <Bar
        name={words.withUsName}
        told={fill(words.of, { days: standing.days, days2: days(next.needs.days) })}
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
          {words.youMayDisputeA} {challenges.open} {words.of2} {challenges.limit} {words.open}
        </li>
      ) : (
        <li>{words.disputingRestocksComes}</li>
      )}
      {until !== null && (
        <li>
          {words.notNowYouDisputed} <Ago at={until} />.
        </li>
      )}
      {unpaid.map((rule) => (
        <li key={rule}>
          {ruleWords(rule)}
          {words.paysFromAHigher}
        </li>
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
            told={fill(words.of3, { used, cap })}
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
        {words.whatEveryoneTogether} <Ago at={standing.epoch_ends} />.
      </p>
      {standing.budgets.map(({ category, budget, spent }) => (
        <Bar
          key={category}
          name={categoryText(category)}
          told={fill(words.ofKarma2, { spent: grouped(spent), budget: grouped(budget) })}
          part={partOf(spent, budget)}
        />
      ))}
    </>
  )
}

/** Where the member stands, and what would make it more. */
export function StandingView() {
  return (
    <Answer query={useStanding()} waiting={words.lookingAtYourStanding}>
      {(standing) => (
        <div className="grid grid-cols-1 gap-8">
          <section
            aria-label={words.trustLevel}
            className="grid grid-cols-1 gap-3 border border-rule p-4 sm:p-6"
          >
            <p className="poster text-[min(13vw,6rem)]">{levelWords[standing.level]}</p>
            <p className="text-sm text-muted">
              <Karma wei={standing.earned} /> {words.earnedByYourOwn} {days(standing.days)} {words.withUs}
            </p>
            <Next standing={standing} />
          </section>
          <Section title={words.whatItGivesYou}>
            <Rights rights={standing.rights} />
          </Section>
          <Section title={words.paidToday}>
            <Today today={standing.today} />
          </Section>
          <Section title={words.yourCircle}>
            <CirclePart />
          </Section>
          <Section title={words.paidFromThePots}>
            <Budgets standing={standing} />
          </Section>
          <p>
            <Link href="/karma/rules" className="underline underline-offset-4">
              {words.theRulesInFull}
            </Link>
          </p>
        </div>
      )}
    </Answer>
  )
}
