'use client'
import type { FormEvent } from 'react'
import { type HouseRule, houseRules } from '../../../core/moderation/rules.ts'
import { asProblem } from '../api/problem.ts'
import { houseRuleWords } from '../messages/en-moderation.ts'
import { writingWords } from '../messages/en-writing.ts'
import { Button } from '../parts/button.tsx'
import { Choice, Field } from '../parts/field.tsx'
import { ErrorNotice } from '../parts/notice.tsx'
import { type Reported, useReport } from './report.ts'

/** Asks the moderators to look at something. */
export function ReportForm({ what }: { what: Reported }) {
  const report = useReport(what)
  const fields = report.error ? asProblem(report.error).fields : {}
  const send = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault()
    const data = new FormData(event.currentTarget)
    const text = String(data.get('text') ?? '').trim()
    report.mutate({ rule: data.get('rule') as HouseRule, ...(text && { text }) })
  }
  if (report.isSuccess)
    return (
      <p role="status" className="text-sm font-semibold">
        {writingWords.reported}
      </p>
    )
  return (
    <form onSubmit={send} className="grid gap-3">
      <Choice label={writingWords.reportWhy} name="rule" required defaultValue="">
        <option value="" disabled>
          {writingWords.reportChoose}
        </option>
        {houseRules.map((rule) => (
          <option key={rule} value={rule}>
            {houseRuleWords[rule]}
          </option>
        ))}
      </Choice>
      <Field
        label={writingWords.reportMore}
        hint={writingWords.reportHint}
        name="text"
        minLength={5}
        maxLength={500}
        error={fields.text}
      />
      {report.error && !fields.text && <ErrorNotice error={report.error} />}
      <Button type="submit" tone="alarm" busy={report.isPending} className="justify-self-start">
        {writingWords.report}
      </Button>
    </form>
  )
}
