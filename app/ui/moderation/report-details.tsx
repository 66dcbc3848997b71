'use client'
import { lazy, Suspense, useState } from 'react'
import type { ThingKind } from '../../../core/moderation/things.ts'
import { reportThingWords } from '../messages/en-reports.ts'
import { writingWords } from '../messages/en-writing.ts'
import { Waiting } from '../parts/waiting.tsx'

// Few open it: its code comes with the first press.
const ReportForm = lazy(() => import('./report-form.tsx').then((form) => ({ default: form.ReportForm })))

/** Of ReportThing, for members. */
export function ReportDetails({ kind, id }: { kind: ThingKind; id: string }) {
  const [isOpen, setOpen] = useState(false)
  return (
    <details onToggle={({ currentTarget }) => setOpen(currentTarget.open)}>
      <summary className="inline-flex min-h-8 items-center text-sm text-muted underline underline-offset-4">
        {reportThingWords[kind]}
      </summary>
      {isOpen && (
        <div className="grid max-w-prose gap-4 border-l-2 border-rule py-2 pl-4">
          <Suspense fallback={<Waiting what={writingWords.loadingForm} />}>
            <ReportForm what={{ kind, id }} />
          </Suspense>
        </div>
      )}
    </details>
  )
}
