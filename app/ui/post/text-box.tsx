import { type RefObject, useId } from 'react'
import { writingWords } from '../messages/en-writing.ts'

/** UTF-16 units, as core/post/text.ts counts them: as many as a text box takes, where it is not said. */
const MOST = 2_000
/** From here on it is told how many are left. */
const NEAR = 200

type Props = {
  label: string
  hint?: string
  rows: number
  value: string
  onText: (text: string) => void
  error: string | undefined
  box?: RefObject<HTMLTextAreaElement | null>
  /** Characters it takes. */
  most?: number
}

/** Several lines of text with label, hint, error and how much room is left. */
export function TextBox({ label, hint, rows, value, onText, error, box, most = MOST }: Props) {
  const id = useId()
  const left = most - value.length
  return (
    <div className="grid gap-1.5">
      <label htmlFor={id} className="text-sm font-semibold">
        {label}
      </label>
      <textarea
        ref={box}
        id={id}
        name="text"
        rows={rows}
        dir="auto"
        required
        maxLength={most}
        value={value}
        onChange={({ target }) => onText(target.value)}
        aria-describedby={`${id}-notes`}
        aria-invalid={error ? true : undefined}
        className="w-full rounded-xs border border-edge bg-bg px-3 py-2 text-base text-fg placeholder:text-muted aria-invalid:border-2 aria-invalid:border-alarm"
      />
      <p id={`${id}-notes`} className="grid gap-1 text-sm text-muted">
        {hint && <span>{hint}</span>}
        {left <= NEAR && (
          <span className="figures">
            {left} {writingWords.left}
          </span>
        )}
        {error && (
          <span className="font-medium text-alarm">
            <span aria-hidden>✕ </span>
            {error}
          </span>
        )}
      </p>
    </div>
  )
}
