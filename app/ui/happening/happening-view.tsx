'use client'
import { useQuery } from '@tanstack/react-query'
import Link from 'next/link'
import { browserGet } from '../api/request.ts'
import { happeningQuery } from '../map/queries.ts'
import { words } from '../messages/happening/happening-view.ts'
import { ReportThing } from '../moderation/report-thing.tsx'
import { Answer } from '../parts/answer.tsx'
import { buttonClass } from '../parts/button.tsx'
import { PageHead } from '../parts/page-head.tsx'
import { KindMark, whereText } from './happening-row.tsx'
import { Rsvp } from './rsvp.tsx'
import { TakeDown } from './take-down.tsx'
import { whenText } from './when.ts'

/** One event: what, when, where, who comes. */
export function HappeningView({ id }: { id: string }) {
  return (
    <Answer query={useQuery(happeningQuery(browserGet, id))} waiting={words.loadingTheEvent}>
      {(happening) => (
        <div className="grid max-w-3xl grid-cols-1 gap-6">
          <PageHead title={happening.title} />
          <div className="grid justify-items-start gap-2">
            <KindMark happening={happening} />
            <time dateTime={happening.starts_at} className="figures font-semibold">
              {whenText(happening)}
            </time>
            <p className="wrap-anywhere">{whereText(happening)}</p>
            {happening.author && (
              <p className="text-sm text-muted">
                {words.announcedBy} {happening.author.username}
              </p>
            )}
          </div>
          {happening.text && (
            <p className="max-w-prose whitespace-pre-line wrap-anywhere">{happening.text}</p>
          )}
          <Rsvp happening={happening} />
          {happening.path === `/events/${id}` && <TakeDown id={id} />}
          {happening.path === `/events/${id}` && !happening.mine.author && (
            <ReportThing kind="event" id={id} />
          )}
          <p className="flex flex-wrap gap-3">
            <a
              href={`/api/happenings/${id}/event.ics`}
              download={`snpd-${id}.ics`}
              className={buttonClass('plain')}
            >
              {words.addToYourCalendar}
            </a>
            {happening.path !== `/events/${id}` && (
              <Link href={happening.path} className={buttonClass('quiet')}>
                {words.readMore}
              </Link>
            )}
          </p>
        </div>
      )}
    </Answer>
  )
}
