'use client'
import { words } from '../messages/review/with-decided.ts'

type State = 'open' | 'all'

/** What waits, or everything. */
export function WithDecided({ state, onState }: { state: State; onState: (state: State) => void }) {
  return (
    <label className="flex min-h-11 items-center gap-3 text-sm">
      <input
        type="checkbox"
        checked={state === 'all'}
        onChange={(event) => onState(event.currentTarget.checked ? 'all' : 'open')}
        className="size-6 shrink-0 accent-ink dark:accent-volt"
      />
      {words.showTheDecidedOnes}
    </label>
  )
}
