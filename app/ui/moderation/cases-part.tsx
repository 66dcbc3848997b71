'use client'
import { words } from '../messages/moderation/cases-part.ts'
import { DecidedList } from '../review/decided-list.tsx'
import { CaseRow } from './case-row.tsx'
import { useCases } from './hooks.ts'

/** What was reported, voted down or held, the oldest first. */
export function CasesPart() {
  return (
    <DecidedList
      useItems={useCases}
      label={words.cases}
      waiting={words.loadingTheQueue}
      more={words.moreCases}
    >
      {(found) => <CaseRow found={found} />}
    </DecidedList>
  )
}
