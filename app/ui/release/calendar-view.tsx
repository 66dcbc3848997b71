'use client'
import { useQuery } from '@tanstack/react-query'
import Link from 'next/link'
import type { Release } from '../../../core/release/shape.ts'
import { browserGet } from '../api/request.ts'
import { fill } from '../messages/fill.ts'
import { words } from '../messages/release/calendar-view.ts'
import { Answer } from '../parts/answer.tsx'
import { buttonClass } from '../parts/button.tsx'
import { Empty } from '../parts/notice.tsx'
import { type CalendarOf, calendarHref } from './asked.ts'
import { Filters } from './filters.tsx'
import { dayText, monthsAfter, monthText } from './month.ts'
import { MonthGrid } from './month-grid.tsx'
import { monthQuery } from './queries.ts'
import { ReleaseRow } from './release-row.tsx'
import { Subscribe } from './subscribe.tsx'

function Turn({ asked, by, children }: { asked: CalendarOf; by: number; children: string }) {
  const month = monthsAfter(asked.month, by)
  return (
    <Link
      href={calendarHref({ ...asked, month })}
      scroll={false}
      prefetch={false}
      aria-label={monthText(month)}
      className={buttonClass('plain')}
    >
      <span aria-hidden>{children}</span>
    </Link>
  )
}

function List({ byDay, asked }: { byDay: ReadonlyMap<string, Release[]>; asked: CalendarOf }) {
  if (byDay.size === 0)
    return (
      <Empty title={fill(words.nothingAnnouncedIn, { month: monthText(asked.month) })}>
        <p>{words.shopsAnnounceLate}</p>
        <Link
          href={calendarHref({ ...asked, month: monthsAfter(asked.month, 1) })}
          className={buttonClass('plain')}
        >
          {words.theNextMonth}
        </Link>
      </Empty>
    )
  return (
    <div className="grid gap-6">
      {[...byDay].map(([day, releases]) => (
        <section
          key={day}
          id={`d-${day}`}
          aria-labelledby={`h-${day}`}
          className="scroll-mt-20 border border-rule"
        >
          <h2 id={`h-${day}`} className="heading border-b border-rule bg-panel px-4 py-2 text-lg">
            {dayText(day)}
          </h2>
          <ul>
            {releases.map((release) => (
              <ReleaseRow key={release.id} release={release} />
            ))}
          </ul>
        </section>
      ))}
    </div>
  )
}

/** A month of releases: at a glance, as a list, and as a feed. */
export function CalendarView({ asked }: { asked: CalendarOf }) {
  const isAll = !asked.sneaker && !asked.store
  return (
    <div className="grid grid-cols-1 gap-6">
      <Filters asked={asked} />
      <div className="flex items-center justify-between gap-3">
        <Turn asked={asked} by={-1}>
          ←
        </Turn>
        <p role="status" className="heading text-center text-xl sm:text-2xl">
          {monthText(asked.month)}
        </p>
        <Turn asked={asked} by={1}>
          →
        </Turn>
      </div>
      <Answer query={useQuery(monthQuery(browserGet, asked))} waiting={words.loadingTheMonth}>
        {({ items }) => {
          const byDay = Map.groupBy(items, ({ day }) => day)
          return (
            <>
              <MonthGrid month={asked.month} byDay={byDay} />
              <List byDay={byDay} asked={asked} />
            </>
          )
        }}
      </Answer>
      <Subscribe of={asked} what={isAll ? words.everyRelease : words.theReleasesChosenAbove} />
    </div>
  )
}
