'use client'
import Link from 'next/link'
import { type ChangeEvent, useState } from 'react'
import { reportWords } from '../messages/en-reporting.ts'
import { Button, buttonClass } from '../parts/button.tsx'
import { ErrorNotice } from '../parts/notice.tsx'
import { restockHref } from './asked.ts'
import { PhotoField } from './photo-field.tsx'
import type { useReport } from './use-report.ts'

type Props = { report: ReturnType<typeof useReport>; restockId: string; file: File | undefined }

/** The report is in and its photo is not: send it again, another one, or go on without. */
export function PhotoFailed({ report, restockId, file: first }: Props) {
  const [file, setFile] = useState(first)
  const pick = ({ target }: ChangeEvent<HTMLInputElement>) => setFile(target.files?.[0] ?? first)
  return (
    <div className="grid max-w-2xl gap-5">
      <h2 className="heading text-xl">{reportWords.photoFailed}</h2>
      {report.photoError && <ErrorNotice error={report.photoError} />}
      <PhotoField onChange={pick} />
      <div className="flex flex-wrap gap-3">
        <Button
          tone="go"
          busy={report.isPending}
          onClick={() => {
            if (file) report.show(restockId, file)
          }}
        >
          {reportWords.photoAgain}
        </Button>
        <Link href={restockHref(restockId)} className={buttonClass('quiet')}>
          {reportWords.withoutPhoto}
        </Link>
      </div>
    </div>
  )
}
