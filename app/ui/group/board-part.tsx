'use client'
import Link from 'next/link'
import { periods } from '../leaderboard/asked.ts'
import { Row } from '../leaderboard/row.tsx'
import { groupWords } from '../messages/en-groups.ts'
import { words } from '../messages/group/board-part.ts'
import { Answer } from '../parts/answer.tsx'
import { More } from '../parts/more.tsx'
import { Empty } from '../parts/notice.tsx'
import { tabClass } from '../post/tab.ts'
import { useGroupBoard } from './hooks.ts'
import type { PeriodName } from './period.ts'

type Props = { slug: string; period: PeriodName }

function Periods({ slug, period }: Props) {
  return (
    <nav aria-label={words.period} className="flex flex-wrap gap-x-5">
      {Object.entries(periods).map(([each, name]) => (
        <Link
          key={each}
          href={`/groups/${slug}/board?period=${each}`}
          scroll={false}
          prefetch={false}
          aria-current={each === period ? 'page' : undefined}
          className={tabClass}
        >
          {name}
        </Link>
      ))}
    </nav>
  )
}

/** Who of the group earned the most karma. */
export function BoardPart({ slug, period }: Props) {
  const board = useGroupBoard(slug, period)
  return (
    <section aria-labelledby="group-board" className="grid grid-cols-1 gap-4">
      <div className="flex flex-wrap items-center justify-between gap-x-6">
        <h2 id="group-board" className="heading text-2xl">
          {groupWords.board}
        </h2>
        <Periods slug={slug} period={period} />
      </div>
      <Answer query={board} waiting={groupWords.loadingBoard}>
        {({ pages }) => {
          const items = pages.flatMap((page) => page.items)
          if (items.length === 0) return <Empty title={groupWords.nobodyRanked} />
          return (
            <>
              <ol>
                {items.map((item) => (
                  <Row key={item.username} item={item} />
                ))}
              </ol>
              <More pages={board}>{groupWords.moreLeaders}</More>
            </>
          )
        }}
      </Answer>
    </section>
  )
}
