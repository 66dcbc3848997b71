'use client'
import { useInfiniteQuery } from '@tanstack/react-query'
import Link from 'next/link'
import { browserGet } from '../api/request.ts'
import { Answer } from '../parts/answer.tsx'
import { buttonClass } from '../parts/button.tsx'
import { More } from '../parts/more.tsx'
import { Empty } from '../parts/notice.tsx'
import type { RestocksOf } from './asked.ts'
import { type News, useNews } from './news.ts'
import { restocksOfQuery } from './queries.ts'
import { RestockCard } from './restock-card.tsx'

function Nothing({ narrowed }: { narrowed: boolean }) {
  if (narrowed)
    return (
      <Empty title="None like this">
        <p>Leave this page open: the next one comes in here by itself.</p>
        <Link href="/restocks" className={buttonClass('plain')}>
          See all restocks
        </Link>
      </Empty>
    )
  return (
    <Empty title="No restocks yet today">
      <p>See a pair on a shelf? Be the first: a confirmed report earns 10 karma.</p>
      <Link href="/restocks/report" className={buttonClass('go')}>
        Report a restock
      </Link>
    </Empty>
  )
}

/** What was missed while the line was down: told, since an alert that comes late is no alert. */
function Missed({ news: { missed, hasGap } }: { news: News }) {
  if (missed === 0 && !hasGap) return <p role="status" className="sr-only" />
  const count = missed === 1 ? 'One came' : `${missed} came`
  return (
    <p role="status" className="border border-l-8 border-rule p-4">
      {hasGap
        ? 'You were away for longer than alerts are kept. The list below is whole; what came meanwhile rang no bell.'
        : `${count} while you were not connected. They are in the list, marked as late.`}
    </p>
  )
}

/** Restocks as they were asked for, newest first, live. */
export function RestockList({ asked }: { asked: RestocksOf }) {
  const restocks = useInfiniteQuery(restocksOfQuery(browserGet, asked))
  const news = useNews(asked)
  return (
    <Answer query={restocks} waiting="Loading restocks">
      {({ pages }) => {
        const items = pages.flatMap((page) => page.items)
        if (items.length === 0) return <Nothing narrowed={Object.keys(asked).length > 0} />
        return (
          <>
            <Missed news={news} />
            <ul className="grid gap-4">
              {items.map((restock) => (
                <RestockCard key={restock.id} restock={restock} heard={news.heard.get(restock.id)} />
              ))}
            </ul>
            <More pages={restocks}>Show older ones</More>
          </>
        )
      }}
    </Answer>
  )
}
