'use client'
import type { Restock } from '../../../core/restock/shape.ts'
import { words } from '../messages/restock/standing.ts'
import { Ago } from '../parts/ago.tsx'
import { Mark } from '../parts/mark.tsx'
import type { Heard } from './news.ts'

/** What is known of it now: gone, there, or what members say. */
export function StandingMark({ restock }: { restock: Restock }) {
  const { ended_at, open, confirmed_at, source, state } = restock
  if (ended_at !== null) return <Mark tone="alarm">{words.gone}</Mark>
  if (state === 'preorder') return <Mark>{words.toBeOrderedAhead}</Mark>
  if (source === 'monitor') return <Mark tone="live">{words.atTheShopNow}</Mark>
  const tone = open ? 'live' : 'plain'
  return confirmed_at ? <Mark tone={tone}>{words.confirmed}</Mark> : <Mark>{words.unconfirmed}</Mark>
}

/** "40 ms", "1.4 s", "12 s" */
function timeText(ms: number): string {
  if (ms < 100) return `${ms} ms`
  return `${(ms / 1000).toFixed(ms < 9950 ? 1 : 0)} s`
}

/** How long it took from the question at the shop to here, or to us. */
function Latency({ restock: { latency_ms }, heard }: { restock: Restock; heard: Heard | undefined }) {
  if (heard && !heard.isLive) return <span>{words.cameWhileYouWere}</span>
  if (heard && heard.afterMs !== null)
    return (
      <span className="font-semibold text-fg">
        {words.withYou} {timeText(heard.afterMs)} {words.afterTheShopWas}
      </span>
    )
  return latency_ms === null ? null : (
    <span>
      {words.read} {timeText(latency_ms)} {words.afterTheShopWas}
    </span>
  )
}

/** How sure it is and how fresh: what the reader may build on. */
export function Worth({ restock, heard }: { restock: Restock; heard: Heard | undefined }) {
  const { confidence, ended_at } = restock
  return (
    <p className="figures flex flex-wrap gap-x-4 gap-y-1 text-sm text-muted">
      <span>
        {Math.floor(confidence * 100)} {words.sure}
      </span>
      <Latency restock={restock} heard={heard} />
      {ended_at !== null && (
        <span>
          {words.gone2} <Ago at={ended_at} />
        </span>
      )}
    </p>
  )
}
