'use client'
import { type FormEvent, useState } from 'react'
import { MOST_GUIDE } from '../../../core/guide/limits.ts'
import type { GuideInput } from '../../../core/guide/shape.ts'
import { asProblem } from '../api/problem.ts'
import { guideWords } from '../messages/en-guild.ts'
import { Button } from '../parts/button.tsx'
import { Field } from '../parts/field.tsx'
import { ErrorNotice } from '../parts/notice.tsx'
import { TextBox } from '../post/text-box.tsx'

type Written = GuideInput & { note: string | null }

type Props = {
  /** What is changed; none yet of a new guide, which needs no note. */
  from?: GuideInput
  busy: boolean
  error: unknown
  onSend: (written: Written) => void
}

/** The title and the text of a guide, and of a change what was changed. */
export function GuideForm({ from, busy, error, onSend }: Props) {
  const [title, setTitle] = useState(from?.title ?? '')
  const [text, setText] = useState(from?.text ?? '')
  const [note, setNote] = useState('')
  const { fields } = error ? asProblem(error) : { fields: undefined }
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault()
    onSend({ title, text, note: note.trim() || null })
  }
  return (
    <form onSubmit={submit} className="grid max-w-2xl gap-6">
      <Field
        label={guideWords.title}
        error={fields?.title}
        value={title}
        required
        minLength={3}
        maxLength={60}
        onChange={({ target }) => setTitle(target.value)}
      />
      <TextBox
        label={guideWords.text}
        hint={guideWords.textHint}
        rows={18}
        most={MOST_GUIDE}
        value={text}
        onText={setText}
        error={fields?.text}
      />
      {from && (
        <Field
          label={guideWords.note}
          hint={guideWords.noteHint}
          error={fields?.note}
          value={note}
          maxLength={200}
          onChange={({ target }) => setNote(target.value)}
        />
      )}
      {Boolean(error) && <ErrorNotice error={error} />}
      <Button type="submit" tone="go" busy={busy} className="justify-self-start">
        {guideWords.save}
      </Button>
    </form>
  )
}
