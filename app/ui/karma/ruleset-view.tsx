'use client'
import { words } from '../messages/karma/ruleset-view.ts'
import { Ago } from '../parts/ago.tsx'
import { Answer } from '../parts/answer.tsx'
import { HashCheck } from './hash-check.tsx'
import { useRuleset } from './hooks.ts'
import { Pretty } from './pretty.tsx'

/** A rule set that some mint names, as it was. */
export function RulesetView({ hash }: { hash: string }) {
  return (
    <Answer query={useRuleset(hash)} waiting={words.lookingTheRulesUp}>
      {({ content, since }) => (
        <div className="grid grid-cols-1 gap-4">
          {since !== null && (
            <p className="text-muted">
              {words.firstUsed} <Ago at={since} />.
            </p>
          )}
          <HashCheck hash={hash} content={content} />
          <Pretty json={content} />
        </div>
      )}
    </Answer>
  )
}
