'use client'
import { writingWords } from '../messages/en-writing.ts'
import { useFeatures } from '../vote/hooks.ts'

type Props = { value: boolean; onChange: (anonymous: boolean) => void }

/** Whether a name stands above it. */
export function AnonymousChoice({ value, onChange }: Props) {
  // Members can vote it off; until it is known it is offered, and the API has the last word.
  if (useFeatures()?.['app.posts.anonymous'] === 0) return null
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
