import { writingWords } from '../messages/en-writing.ts'

type Props = { value: boolean; onChange: (anonymous: boolean) => void }

/** Whether a name stands above it. */
export function AnonymousChoice({ value, onChange }: Props) {
  return (
    <label className="flex min-h-11 items-center gap-3">
      <input
        type="checkbox"
        checked={value}
        onChange={({ target }) => onChange(target.checked)}
        className="size-6 shrink-0 accent-ink dark:accent-volt"
      />
      <span className="grid">
        <span className="font-semibold">{writingWords.asAnonymous}</span>
        <span className="text-sm text-muted">{writingWords.asAnonymousHint}</span>
      </span>
    </label>
  )
}
