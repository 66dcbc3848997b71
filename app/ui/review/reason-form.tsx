'use client'
import { type FormEvent, type ReactNode, useState } from 'react'
import { asProblem } from '../api/problem.ts'
import { Field } from '../parts/field.tsx'
import { ErrorNotice } from '../parts/notice.tsx'

type Props = {
  label: string
  hint: string
  /** Letters; 5 and 500 when not said. */
  shortest?: number
  longest?: number
  error: unknown
  /** The reason, and the name of the button that sent it. */
  onReason: (reason: string, button: string) => void
  children: ReactNode
}

/** A reason that others will read, and the buttons that use it. */
export function ReasonForm({ shortest = 5, longest = 500, error, onReason, children, ...words }: Props) {
  const [reason, setReason] = useState('')
  const fields = error ? asProblem(error).fields : {}
  const told = fields.reason ?? fields.note ?? fields.text
  const send = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault()
    const { submitter } = event.nativeEvent as SubmitEvent
    onReason(reason.trim(), submitter instanceof HTMLButtonElement ? submitter.value : '')
  }
  return (
    <form onSubmit={send} className="grid gap-3">
      <Field
        {...words}
        error={told}
        value={reason}
        required
        minLength={shortest}
        maxLength={longest}
        onChange={(event) => setReason(event.currentTarget.value)}
      />
      {error !== null && error !== undefined && !told && <ErrorNotice error={error} />}
      <div className="flex flex-wrap gap-3">{children}</div>
    </form>
  )
}
