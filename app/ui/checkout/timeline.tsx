'use client'
import type { PurchaseRequest } from '../../../core/checkout/shape.ts'
import { words } from '../messages/checkout/timeline.ts'
import { isOver } from './progress.ts'
import { Screenshot } from './screenshot.tsx'

/** hh:mm:ss in UTC: the same on the server and in the browser. */
const clock = (at: string) => new Date(at).toISOString().slice(11, 19)

type Event = PurchaseRequest['events'][number]

function Step({ event, requestId, current }: { event: Event; requestId: string; current: boolean }) {
  return (
    <li className="ticker-in relative grid gap-2 border-l border-rule pb-6 pl-6 last:border-transparent last:pb-0">
      <span
        aria-hidden
        className={`hexagon absolute -left-[0.5625rem] top-0.5 h-4 w-[1.125rem] ${current ? 'hex-pulse bg-fg dark:bg-volt' : 'bg-fg'}`}
      />
      <p className="flex flex-wrap items-baseline justify-between gap-x-4">
        <span lang="en" className="font-semibold">
          {event.message}
        </span>
        <span className="figures text-xs text-muted">
          {event.step && `${event.step} · `}
          <time dateTime={event.at}>{clock(event.at)}</time>
        </span>
      </p>
      {event.has_screenshot && (
        <Screenshot requestId={requestId} eventId={event.id} message={event.message} />
      )}
    </li>
  )
}

/** Every step of a checkout as it happened, oldest first. */
export function Timeline({ request }: { request: PurchaseRequest }) {
  const last = request.events.at(-1)?.id
  return (
    <section aria-labelledby="steps">
      <h2 id="steps" className="heading mb-4 text-2xl">
        {words.steps} <span className="figures text-xs font-medium text-muted">{words.timesInUtc}</span>
      </h2>
      <ol aria-live="polite" aria-relevant="additions">
        {request.events.map((event) => (
          <Step
            key={event.id}
            event={event}
            requestId={request.id}
            current={event.id === last && !isOver(request.state)}
          />
        ))}
      </ol>
    </section>
  )
}
