'use client'
import Link from 'next/link'
import type { Leaderboard } from '../../../core/karma/leaderboard.ts'
import { fill } from '../messages/fill.ts'
import { words } from '../messages/leaderboard/leaderboard-view.ts'
import { Answer } from '../parts/answer.tsx'
import { Button, buttonClass } from '../parts/button.tsx'
import { Empty } from '../parts/notice.tsx'
import { type BoardOf, boardHref, periods } from './asked.ts'
import { useLeaderboard } from './hooks.ts'
import { Mine } from './mine.tsx'
import { PlacePicker } from './place-picker.tsx'
import { Pool } from './pool.tsx'
import { Row } from './row.tsx'

const periodNames = Object.entries(periods) as [BoardOf['period'], string][]

function Periods({ asked }: { asked: BoardOf }) {
  return (
    <nav aria-label={words.period} className="flex flex-wrap border border-rule">
      {periodNames.map(([period, name]) => (
        <Link
          key={period}
          href={boardHref({ ...asked, period })}
          aria-current={asked.period === period ? 'page' : undefined}
          className="heading grid min-h-12 flex-1 place-items-center whitespace-nowrap px-3 text-sm hover:bg-panel aria-[current=page]:bg-fg aria-[current=page]:text-bg"
        >
          {name}
        </Link>
      ))}
    </nav>
  )
}

function Nobody({ place }: { place: string | null }) {
  return (
    <Empty title={place ? fill(words.nobodyYetIn, { place }) : words.nobodyYet}>
      <p>{words.theFirstConfirmed}</p>
      <Link href="/restocks/report" className={buttonClass('go')}>
        {words.reportARestock}
      </Link>
    </Empty>
  )
}

type ListProps = { pages: readonly Leaderboard[]; more: () => void; busy: boolean }

function List({ pages, more, busy }: ListProps) {
  const items = pages.flatMap((page) => page.items)
  const [first] = pages
  if (items.length === 0) return <Nobody place={first?.place ?? null} />
  return (
    <section
      aria-label={first?.place ? fill(words.leadersOf, { place: first.place }) : words.leadersOfEverywhere}
      className="grid gap-4"
    >
      <ol>
        {items.map((item) => (
          <Row key={item.username} item={item} />
        ))}
      </ol>
      {pages.at(-1)?.cursor && (
        <Button className="justify-self-start" busy={busy} onClick={more}>
          {words.showMore}
        </Button>
      )}
    </section>
  )
}

/** A board: the place, the period, where oneself stands, and who leads. */
export function LeaderboardView({ asked }: { asked: BoardOf }) {
  const board = useLeaderboard(asked)
  return (
    <div className="grid grid-cols-1 gap-6">
      <div className="grid gap-4 sm:grid-cols-2 sm:items-end">
        <PlacePicker asked={asked} />
        <Periods asked={asked} />
      </div>
      {asked.city && <Pool city={asked.city} />}
      <Answer query={board} waiting={words.loadingTheBoard}>
        {({ pages }) => (
          <>
            {pages[0]?.me && <Mine me={pages[0].me} />}
            <List pages={pages} more={() => board.fetchNextPage()} busy={board.isFetchingNextPage} />
          </>
        )}
      </Answer>
    </div>
  )
}
