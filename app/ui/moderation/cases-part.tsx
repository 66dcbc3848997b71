'use client'
import { DecidedList } from '../review/decided-list.tsx'
import { CaseRow } from './case-row.tsx'
import { useCases } from './hooks.ts'

/** What was reported, voted down or held, the oldest first. */
export function CasesPart() {
  return (
    <DecidedList useItems={useCases} label="Cases" waiting="Loading the queue" more="More cases">
      {(found) => <CaseRow found={found} />}
    </DecidedList>
  )
}
