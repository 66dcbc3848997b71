'use client'
import type { Restock } from '../../../core/restock/shape.ts'
import { Ago } from '../parts/ago.tsx'
import { Mark } from '../parts/mark.tsx'

/** What is known of it now: gone, there, or what members say. */
export function StandingMark({ restock }: { restock: Restock }) {
  const { ended_at, open, confirmed_at, source } = restock
  if (ended_at !== null) return <Mark tone="alarm">Gone</Mark>
  if (source === 'monitor') return <Mark tone="live">In stock now</Mark>
  const tone = open ? 'live' : 'plain'
  return confirmed_at ? <Mark tone={tone}>Confirmed</Mark> : <Mark>Unconfirmed</Mark>
}

/** "0.4 s", "12 s" */
const seconds = (ms: number) => `${(ms / 1000).toFixed(ms < 9950 ? 1 : 0)} s`

/** How sure it is and how fresh: what the reader may build on. */
export function Worth({ restock, heardAfter }: { restock: Restock; heardAfter: number | undefined }) {
  const { confidence, latency_ms, ended_at } = restock
  return (
    <p className="figures flex flex-wrap gap-x-4 gap-y-1 text-sm text-muted">
      <span>{Math.floor(confidence * 100)} % sure</span>
      {heardAfter !== undefined && <span>with you {seconds(heardAfter)} after the shop was asked</span>}
      {heardAfter === undefined && latency_ms !== null && (
        <span>read {seconds(latency_ms)} after asking</span>
      )}
      {ended_at !== null && (
        <span>
          the shop said so <Ago at={ended_at} />
        </span>
      )}
    </p>
  )
}
