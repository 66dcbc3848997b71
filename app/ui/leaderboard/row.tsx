import type { Ranked } from '../../../core/karma/leaderboard.ts'
import { fill } from '../messages/fill.ts'
import { words } from '../messages/leaderboard/row.ts'
import { Karma } from '../parts/karma.tsx'
import { Mark } from '../parts/mark.tsx'

const days = (count: number) => fill(words.dayStreak, { count })

/** Streak and newest badge: what fits under a name. */
function told({ streak, badges }: Ranked): string {
  const last = badges.at(-1)
  const more = badges.length > 1 ? fill(words.andMore, { value: badges.length - 1 }) : ''
  return [streak > 0 ? days(streak) : undefined, last && `${last}${more}`].filter(Boolean).join(' · ')
}

/** One of a board, by rank. */
export function Row({ item }: { item: Ranked }) {
  return (
    <li
      className={`grid grid-cols-[3.5ch_minmax(0,1fr)_auto] items-baseline gap-x-3 border-b border-soft py-3 ${item.me ? 'border-l-8 border-l-volt bg-panel pl-3' : ''}`}
    >
      <span className={`figures text-right ${item.rank <= 3 ? 'text-2xl font-extrabold' : 'text-muted'}`}>
        <span className="sr-only">{words.rank} </span>
        {item.rank}
      </span>
      <span className="grid min-w-0 gap-0.5">
        <span className="flex min-w-0 flex-wrap items-center gap-x-2 font-semibold">
          <span className="wrap-anywhere">{item.username}</span>
          {item.me && <Mark tone="solid">{words.you}</Mark>}
        </span>
        <span className="text-sm text-muted" title={item.badges.join(', ')}>
          {told(item)}
        </span>
      </span>
      <Karma wei={item.karma} />
    </li>
  )
}
