'use client'
import type { InfiniteData, UseInfiniteQueryResult } from '@tanstack/react-query'
import { Fragment, type ReactNode, useState } from 'react'
import { words } from '../messages/review/decided-list.ts'
import { Answer } from '../parts/answer.tsx'
import { More } from '../parts/more.tsx'
import { WithDecided } from './with-decided.tsx'

type Props<Item> = {
  /** A hook: what waits, or everything. */
  useItems: (state: 'open' | 'all') => UseInfiniteQueryResult<InfiniteData<{ items: Item[] }>>
  label: string
  waiting: string
  /** On the way to the next page. */
  more: string
  children: (item: Item) => ReactNode
}

/** What waits for a decision, and on request what was decided. */
export function DecidedList<Item extends { id: string }>(props: Props<Item>) {
  const { useItems, label, waiting, more, children } = props
  const [state, setState] = useState<'open' | 'all'>('open')
  const pages = useItems(state)
  return (
    <>
      <WithDecided state={state} onState={setState} />
      <Answer query={pages} waiting={waiting}>
        {({ pages: all }) => {
          const items = all.flatMap((page) => page.items)
          if (items.length === 0) return <p className="text-muted">{words.nothingWaitsForYou}</p>
          return (
            <ul aria-label={label} className="grid gap-4">
              {items.map((item) => (
                <Fragment key={item.id}>{children(item)}</Fragment>
              ))}
            </ul>
          )
        }}
      </Answer>
      <More pages={pages}>{more}</More>
    </>
  )
}
