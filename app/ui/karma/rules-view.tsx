'use client'
import Link from 'next/link'
import type { Rules } from '../../../core/karma/shape.ts'
import { isComing, ruleWords } from '../messages/en-karma.ts'
import { categoryText } from '../messages/karma/categories.ts'
import { words as texts } from '../messages/karma/rules-view.ts'
import { Ago } from '../parts/ago.tsx'
import { Answer } from '../parts/answer.tsx'
import { karmaText } from '../parts/karma.tsx'
import { Mark } from '../parts/mark.tsx'
import { HashCheck } from './hash-check.tsx'
import { useRules } from './hooks.ts'
import { Knobs } from './knobs.tsx'
import { Pretty } from './pretty.tsx'
import { Section } from './section.tsx'

type Rule = Rules['rules'][number]

function Amount({ rule }: { rule: Rule }) {
  const cost = rule.cost !== null
  return (
    <p className="whitespace-nowrap">
      <span className="figures text-2xl font-bold">
        {cost ? '−' : '+'}
        {karmaText(rule.cost ?? rule.award ?? '0')}
      </span>{' '}
      {texts.karma}
    </p>
  )
}

function RuleRow({ rule }: { rule: Rule }) {
  return (
    <li className="grid grid-cols-[minmax(0,1fr)_auto] items-baseline gap-x-6 gap-y-2 border-b border-soft py-3">
      <div className="grid gap-1.5">
        <h3 className="font-semibold">{ruleWords(rule.name)}</h3>
        <p lang="en" className="text-sm">
          {rule.words}
        </p>
        <p className="flex flex-wrap gap-1.5">
          <Mark>{categoryText(rule.category)}</Mark>
          {isComing(rule.name) && <Mark>{texts.notYetInSnpd}</Mark>}
          {rule.trust !== null && rule.trust !== 'new' && (
            <Mark>
              {texts.from} {rule.trust}
            </Mark>
          )}
        </p>
      </div>
      <Amount rule={rule} />
    </li>
  )
}

function History({ rules }: { rules: Rules }) {
  if (rules.history.length === 0) return <p className="text-muted">{texts.theseAreTheFirst}</p>
  return (
    <ul>
      {rules.history.map(({ hash, since }) => (
        <li key={hash} className="grid gap-0.5 border-b border-soft py-2.5 text-sm">
          <Link href={`/karma/rules/${hash}`} className="figures wrap-anywhere underline underline-offset-4">
            {hash}
          </Link>
          <span className="text-muted">
            {since === null ? (
              texts.decidedNothingYet
            ) : (
              <>
                {texts.firstUsed} <Ago at={since} />
              </>
            )}
          </span>
        </li>
      ))}
    </ul>
  )
}

/** The whole economy in words: what pays, what costs, who can change it. */
export function RulesView() {
  return (
    <Answer query={useRules()} waiting={texts.loadingTheRules}>
      {(rules) => (
        <div className="grid grid-cols-1 gap-8">
          <Section title={texts.whatMovesKarma}>
            <ul>
              {rules.rules.map((rule) => (
                <RuleRow key={rule.name} rule={rule} />
              ))}
            </ul>
          </Section>
          <Section title={texts.whatVotesChanged}>
            <Knobs knobs={rules.knobs} />
          </Section>
          <Section title={texts.theExactText}>
            <p className="mb-3 max-w-prose text-sm text-muted">{texts.everyMintOnChain}</p>
            <HashCheck hash={rules.hash} content={rules.content} />
            <Pretty json={rules.content} />
          </Section>
          <Section title={texts.before}>
            <History rules={rules} />
          </Section>
        </div>
      )}
    </Answer>
  )
}
