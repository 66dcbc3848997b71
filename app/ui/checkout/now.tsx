'use client'
import type { PurchaseRequest } from '../../../core/checkout/shape.ts'
import { words } from '../messages/checkout/now.ts'
import { isOver } from './progress.ts'
import { Screenshot } from './screenshot.tsx'

/** What the assistant sees right now, large, while it walks. */
export function Now({ request }: { request: PurchaseRequest }) {
  const shown = request.events.findLast(({ has_screenshot }) => has_screenshot)
  if (!shown || request.live || isOver(request.state)) return null
  return (
    <figure className="ticker-in grid gap-2">
      <Screenshot
        key={shown.id}
        requestId={request.id}
        eventId={shown.id}
        message={shown.message}
        className="aspect-[3/2] w-full"
      />
      <figcaption className="text-sm text-muted">{words.seenAMomentAgo}</figcaption>
    </figure>
  )
}
