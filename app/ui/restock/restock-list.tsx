'use client'
import { useInfiniteQuery, useQuery } from '@tanstack/react-query'
import Link from 'next/link'
import { browserGet } from '../api/request.ts'
import { fill } from '../messages/fill.ts'
import { words } from '../messages/restock/restock-list.ts'
import { Answer } from '../parts/answer.tsx'
import { buttonClass } from '../parts/button.tsx'
import { More } from '../parts/more.tsx'
import { Empty } from '../parts/notice.tsx'
import { type RestocksOf, restocksHref } from './asked.ts'
import { type News, useNews } from './news.ts'
import { restockQuery, restocksOfQuery } from './queries.ts'
import { RestockCard } from './restock-card.tsx'

function Nothing({ narrowed }: { narrowed: boolean }) {
  if (narrowed)
    return (
      <Empty title={words.noneLikeThis}>
        <p>{words.leaveThisPageOpen}</p>
        <Link href="/restocks" className={buttonClass('plain')}>
          {words.seeAllRestocks}
        </Link>
      </Empty>
    )
  return (
    <Empty title={words.noRestocksYetToday}>
      <p>{words.seeAPairOn}</p>
      <Link href="/restocks/report" className={buttonClass('go')}>
        {words.reportARestock}
      </Link>
    </Empty>
  )
}

/** What was missed while the line was down: told, since an alert that comes late is no alert. */
function Missed({ news: { missed, hasGap } }: { news: News }) {
  if (missed === 0 && !hasGap) return <p role="status" className="sr-only" />
  const count = missed === 1 ? words.oneCame : fill(words.came, { missed })
  return (
    <p role="status" className="border border-l-8 border-rule p-4">
      {hasGap ? words.youWereAwayFor : fill(words.whileYouWereNot, { count })}
    </p>
  )
}

/** The one that an alert or a link is about: older than any list goes back, or gone. */
export function ChosenRestock({ id }: { id: string }) {
  return (
    <section aria-labelledby="chosen" className="grid grid-cols-1 gap-3 border-b-8 border-fg pb-6">
      <h2 id="chosen" className="eyebrow text-muted">
        {words.theOneYouCame}
      </h2>
      <Answer query={useQuery(restockQuery(browserGet, id))} waiting={words.loadingTheRestock}>
        {(restock) => (
          <>
            <ul>
              <RestockCard restock={restock} />
            </ul>
            <Link
              href={restocksHref({
                sneaker: restock.sneaker_id,
                size: restock.size,
                store: restock.store_id,
              })}
              className={`${buttonClass('quiet')} justify-self-start`}
            >
              {words.allOfThisPair}
            </Link>
          </>
        )}
      </Answer>
    </section>
  )
}

type Props = {
  asked: RestocksOf
  /** Shown above already. */
  chosen?: string | undefined
}

/** Restocks as they were asked for, newest first, live. */
export function RestockList({ asked, chosen }: Props) {
  const restocks = useInfiniteQuery(restocksOfQuery(browserGet, asked))
  const news = useNews(asked)
  return (
    <Answer query={restocks} waiting={words.loadingRestocks}>
      {({ pages }) => {
        const items = pages.flatMap((page) => page.items)
        return (
          <>
            <Missed news={news} />
            {items.length === 0 && <Nothing narrowed={Object.keys(asked).length > 0} />}
            <ul className="grid gap-4">
              {items
                .filter(({ id }) => id !== chosen)
                .map((restock) => (
                  <RestockCard key={restock.id} restock={restock} heard={news.heard.get(restock.id)} />
                ))}
            </ul>
            <More pages={restocks}>{words.showOlderOnes}</More>
          </>
        )
      }}
    </Answer>
  )
}
