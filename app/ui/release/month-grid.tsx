'use client'
import { useSyncExternalStore } from 'react'
import type { Release } from '../../../core/release/shape.ts'
import { plural } from '../messages/fill.ts'
import { locale } from '../messages/locale.ts'
import { words } from '../messages/release/month-grid.ts'
import { dayText, monthText, weeksOf } from './month.ts'

/** Sunday, which is where a week of `weeksOf` begins, and the six days after it. */
const weekdays = () => {
  const name = new Intl.DateTimeFormat(locale.format, { weekday: 'long', timeZone: 'UTC' })
  return Array.from({ length: 7 }, (_, day) => name.format(Date.UTC(2026, 1, 1 + day)))
}

const never = () => () => undefined
const localDay = () => new Date().toLocaleDateString('sv-SE')
const utcDay = () => new Date().toISOString().slice(0, 10)
/** The reader's own today, 2026-05-09; on the server that of UTC. */
const useToday = () => useSyncExternalStore(never, localDay, utcDay)

const count = (releases: readonly Release[]) => plural(words.releases, releases.length)

/** What a day's cell says: on a phone how many, where there is room which. */
function Entries({ releases }: { releases: readonly Release[] }) {
  return (
    <>
      <span aria-hidden className="figures grid place-items-center text-sm font-bold md:hidden">
        <span className="hexagon grid size-6 place-items-center bg-fg text-xs text-bg">
          {releases.length}
        </span>
      </span>
      <span aria-hidden className="hidden gap-0.5 md:grid">
        {releases.slice(0, 2).map(({ id, sneaker, cancelled }) => (
          <span key={id} className={`truncate text-xs ${cancelled ? 'line-through' : 'font-semibold'}`}>
            {sneaker.name}
          </span>
        ))}
        {releases.length > 2 && <span className="text-xs text-muted">+ {releases.length - 2}</span>}
      </span>
    </>
  )
}

function Day({ day, releases, today }: { day: string; releases: readonly Release[]; today: string }) {
  const number = (
    <span
      className={`figures justify-self-start px-1 text-sm ${day === today ? 'bg-volt font-bold text-ink outline-1 outline-ink' : ''}`}
      suppressHydrationWarning
    >
      {Number(day.slice(8))}
      {day === today && <span className="sr-only"> {words.today}</span>}
    </span>
  )
  const box = 'grid h-14 w-full content-between gap-1 p-1 md:h-24'
  if (releases.length === 0) return <span className={`${box} text-muted`}>{number}</span>
  return (
    <a
      href={`#d-${day}`}
      aria-label={`${dayText(day)}: ${count(releases)}`}
      className={`${box} bg-panel -outline-offset-2 hover:underline`}
    >
      {number}
      <Entries releases={releases} />
    </a>
  )
}

/** A month at a glance; each day with something leads to it in the list below. */
export function MonthGrid({ month, byDay }: { month: string; byDay: ReadonlyMap<string, Release[]> }) {
  const today = useToday()
  return (
    <table className="w-full table-fixed border-collapse border border-rule">
      <caption className="sr-only">{monthText(month)}</caption>
      <thead>
        <tr>
          {weekdays().map((name) => (
            <th key={name} scope="col" className="eyebrow border-b border-rule py-2 text-center text-muted">
              <abbr title={name} className="no-underline">
                {name.slice(0, 2)}
              </abbr>
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {weeksOf(month).map((week) => (
          <tr key={week.find((day) => day !== null)}>
            {week.map((day, place) => (
              <td key={day ?? `of another month ${place}`} className="border border-soft p-0 align-top">
                {day && <Day day={day} releases={byDay.get(day) ?? []} today={today} />}
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  )
}
