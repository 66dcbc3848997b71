import type { ChangeEvent } from 'react'
import { reportWords } from '../messages/en-reporting.ts'
import { Field } from '../parts/field.tsx'

type Props = { error?: string | undefined; onChange?: (event: ChangeEvent<HTMLInputElement>) => void }

/** A picture from the camera or the files. Asked for as JPEG, an iPhone turns its own format into it. */
export function PhotoField({ error, onChange }: Props) {
  return (
    <div className="[&_input]:py-3">
      <Field
        label={reportWords.photo}
        hint={reportWords.photoHint}
        name="photo"
        type="file"
        accept="image/jpeg,image/png,image/webp"
        onChange={onChange}
        error={error}
      />
    </div>
  )
}
