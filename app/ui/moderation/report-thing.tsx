'use client'
import { lazy, Suspense } from 'react'
import type { ThingKind } from '../../../core/moderation/things.ts'
import { useMe } from '../api/hooks.ts'

/** Loaded for members alone: who only reads cannot report. */
const ReportDetails = lazy(() =>
  import('./report-details.tsx').then((details) => ({ default: details.ReportDetails })),
)

/** The way for members to say that an event, a note, a group or a guide should not stand. */
export function ReportThing({ kind, id }: { kind: ThingKind; id: string }) {
  const { data: me } = useMe()
  if (!me) return null
  return (
    <Suspense fallback={null}>
      <ReportDetails kind={kind} id={id} />
    </Suspense>
  )
}
