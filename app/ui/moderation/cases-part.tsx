'use client'
import { useState } from 'react'
import { Answer } from '../parts/answer.tsx'
import { More } from '../parts/more.tsx'
import { WithDecided } from '../review/with-decided.tsx'
import { CaseRow } from './case-row.tsx'
import { useCases } from './hooks.ts'

/** What was reported, voted down or held, the oldest first. */
export function CasesPart() {
  const [state, setState] = useState<'open' | 'all'>('open')
  const pages = useCases(state)
  return (
    <>
      <WithDecided state={state} onState={setState} />
      <Answer query={pages} waiting="Loading the queue">
        {({ pages: all }) => {
          const cases = all.flatMap(({ items }) => items)
          if (cases.length === 0) return <p className="text-muted">Nothing waits for you.</p>
          return (
            <ul aria-label="Cases" className="grid gap-4">
              {cases.map((found) => (
                <CaseRow key={found.id} found={found} />
              ))}
            </ul>
          )
        }}
      </Answer>
      <More pages={pages}>More cases</More>
    </>
  )
}
