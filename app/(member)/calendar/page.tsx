import type { Metadata } from 'next'
import { Prefetch } from '../../ui/api/prefetch.tsx'
import { sneakersQuery, storesQuery } from '../../ui/api/queries.ts'
import { pageWords as words } from '../../ui/messages/pages.ts'
import { PageHead } from '../../ui/parts/page-head.tsx'
import { type Asked, askedOf } from '../../ui/release/asked.ts'
import { CalendarView } from '../../ui/release/calendar-view.tsx'
import { monthQuery } from '../../ui/release/queries.ts'

export const metadata: Metadata = {
  get title() {
    return words.calendar
  },
}

type Props = { searchParams: Promise<Asked> }

export default async function CalendarPage({ searchParams }: Props) {
  const asked = askedOf(await searchParams, new Date())
  return (
    <Prefetch
      load={(client, get) => [
        client.prefetchQuery(monthQuery(get, asked)),
        client.prefetchQuery(sneakersQuery(get)),
        client.prefetchQuery(storesQuery(get)),
      ]}
    >
      <div className="grid grid-cols-1 gap-6">
        <PageHead title={words.calendar}>{words.whatComesOutWhen}</PageHead>
        <CalendarView asked={asked} />
      </div>
    </Prefetch>
  )
}
