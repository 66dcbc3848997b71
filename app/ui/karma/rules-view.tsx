'use client'
import Link from 'next/link'
import type { Rules } from '../../../core/karma/shape.ts'
import { isComing, ruleWords } from '../messages/en.ts'
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
      karma
    </p>
  )
}

function RuleRow({ rule }: { rule: Rule }) {
  return (
    <li className="grid grid-cols-[minmax(0,1fr)_auto] items-baseline gap-x-6 gap-y-2 border-b border-soft py-3">
      <div className="grid gap-1.5">
        <h3 className="font-semibold">{ruleWords(rule.name)}</h3>
        <p className="text-sm">{rule.words}</p>
        <p className="flex flex-wrap gap-1.5">
          <Mark>{rule.category}</Mark>
          {isComing(rule.name) && <Mark>not yet in SNPD</Mark>}
          {rule.trust !== null && rule.trust !== 'new' && <Mark>from {rule.trust}</Mark>}
        </p>
      </div>
      <Amount rule={rule} />
    </li>
  )
}

function History({ rules }: { rules: Rules }) {
  if (rules.history.length === 0) return <p className="text-muted">These are the first.</p>
  return (
    <ul>
      {rules.history.map(({ hash, since }) => (
        <li key={hash} className="grid gap-0.5 border-b border-soft py-2.5 text-sm">
          <Link href={`/karma/rules/${hash}`} className="figures wrap-anywhere underline underline-offset-4">
            {hash}
          </Link>
          <span className="text-muted">
            {since === null ? (
              'decided nothing yet'
            ) : (
              <>
                first used <Ago at={since} />
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
    <Answer query={useRules()} waiting="Loading the rules">
      {(rules) => (
        <div className="grid grid-cols-1 gap-8">
          <Section title="What moves karma">
            <ul>
              {rules.rules.map((rule) => (
                <RuleRow key={rule.name} rule={rule} />
              ))}
            </ul>
          </Section>
          <Section title="What votes changed">
            <Knobs knobs={rules.knobs} />
          </Section>
          <Section title="The exact text">
            <p className="mb-3 max-w-prose text-sm text-muted">
              Every mint on chain names the hash of the rules it followed. This is the text that has it.
            </p>
            <HashCheck hash={rules.hash} content={rules.content} />
            <Pretty json={rules.content} />
          </Section>
          <Section title="Before">
            <History rules={rules} />
          </Section>
        </div>
      )}
    </Answer>
  )
}
