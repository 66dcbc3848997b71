'use client'
import type { GroupResult } from '../../../core/group/result.ts'
import { outcomeWords, resultWords } from '../messages/en-guild.ts'
import { Ago } from '../parts/ago.tsx'
import { Button } from '../parts/button.tsx'
import { Mark } from '../parts/mark.tsx'
import { ErrorNotice } from '../parts/notice.tsx'
import { adapterText } from './adapter-text.ts'
import { useTakeAway } from './kept-hooks.ts'

type Props = { slug: string; result: GroupResult; mayTakeOff: boolean }

/** One win or loss. */
export function ResultRow({ slug, result, mayTakeOff }: Props) {
  const remove = useTakeAway(slug, 'results', result.id)
  const { outcome, by, store, sneaker, size, adapter, shown, at } = result
  const what = [sneaker, size && `US ${size}`].filter(Boolean).join(', ')
  return (
    <li className="flex flex-wrap items-center justify-between gap-3 border-b border-soft py-2">
      <span className="grid min-w-0 gap-1 wrap-anywhere">
        <span className="flex flex-wrap items-center gap-2">
          <Mark tone={outcome === 'win' ? 'live' : 'plain'}>{outcomeWords[outcome]}</Mark>
          <span className="font-semibold">{by}</span> {store.name}
        </span>
        <span className="text-sm text-muted">
          {what && `${what} · `}
          {adapterText(adapter)}
          {shown && (
            <>
              {' '}
              <span aria-hidden>✓</span> <span>{resultWords.shown}</span>
            </>
          )}{' '}
          <Ago at={at} />
        </span>
      </span>
      {(result.me || mayTakeOff) && (
        <Button tone="quiet" busy={remove.isPending} onClick={() => remove.mutate()}>
          {resultWords.remove}
        </Button>
      )}
      {remove.error && <ErrorNotice error={remove.error} />}
    </li>
  )
}
