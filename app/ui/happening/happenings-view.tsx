'use client'
import { useQuery } from '@tanstack/react-query'
import Link from 'next/link'
import { useClient } from '../api/hooks.ts'
import { browserGet } from '../api/request.ts'
import type { PlaceOf } from '../map/asked.ts'
import { Found } from '../map/found.tsx'
import { happeningsQuery } from '../map/queries.ts'
import { WhereForm } from '../map/where-form.tsx'
import { words } from '../messages/happening/happenings-view.ts'
import { Answer } from '../parts/answer.tsx'
import { buttonClass } from '../parts/button.tsx'
import { Empty } from '../parts/notice.tsx'
import { HappeningRow } from './happening-row.tsx'

function List({ near }: { near: string | undefined }) {
  return (
    <Answer query={useQuery(happeningsQuery(browserGet, near))} waiting={words.loadingEvents}>
      {({ items }) =>
        items.length === 0 ? (
          <Empty title={near ? words.nothingIsAnnounced : words.nothingIsAnnounced2}>
            <Link href="/events/new" className={buttonClass('go')}>
              {words.announceAMeetUp}
            </Link>
          </Empty>
        ) : (
          <ul aria-label={words.events} className="grid border border-rule">
            {items.map((happening) => (
              <HappeningRow key={happening.id} happening={happening} />
            ))}
          </ul>
        )
      }
    </Answer>
  )
}

function Subscribe({ near }: { near: string | undefined }) {
  const { data: client } = useClient()
  const path = `/api/happenings.ics${near ? `?near=${near}` : ''}`
  return (
    <p className="flex flex-wrap gap-3">
      <a
        href={`${client?.origin ?? ''}${path}`.replace(/^https?:/, 'webcal:')}
        className={buttonClass('plain')}
      >
        {words.subscribeInYour}
      </a>
      <a href={path} download="snpd-events.ics" className={buttonClass('quiet')}>
        {words.downloadOnce}
      </a>
    </p>
  )
}

/** What goes on within 25 km of a place, or everywhere. */
export function HappeningsView({ asked }: { asked: PlaceOf }) {
  return (
    <div className="grid grid-cols-1 gap-6">
      <WhereForm page="/events" asked={asked} />
      {asked.near && (
        <p className="flex flex-wrap gap-x-5 text-sm">
          <Link href={`/map?near=${asked.near}`} className="underline underline-offset-4">
            {words.onTheMap}
          </Link>
          <Link href="/events" className="underline underline-offset-4">
            {words.everywhere}
          </Link>
        </p>
      )}
      {asked.q ? <Found page="/events" q={asked.q} /> : <List near={asked.near} />}
      <Subscribe near={asked.near} />
    </div>
  )
}
