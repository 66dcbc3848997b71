import type { ChainState } from '../../db/chain/cursor.ts'
import type { Component } from './shape.ts'

/** A process that wrote no sign of life for this long is taken to be gone; they write every few seconds. */
const SILENT_MS = 30_000
/** Blocks the mirror may lag before members notice. */
const MAX_LAG = 10

export const ok = (detail: string): Component => ({ status: 'ok', detail })
export const degraded = (detail: string): Component => ({ status: 'degraded', detail })
export const down = (detail: string): Component => ({ status: 'down', detail })

function silence(at: Date, now: Date): string | undefined {
  const age = now.getTime() - at.getTime()
  return age > SILENT_MS ? `silent for ${Math.round(age / 1000)} s` : undefined
}

/** The indexer, by where its mirror stands, its last sign of life and the chain's own head (undefined: not known). */
export function judgeIndexer(mirror: ChainState | undefined, head: number | undefined, now: Date): Component {
  if (!mirror?.heartbeatAt) return down('The indexer has not run yet.')
  const silent = silence(mirror.heartbeatAt, now)
  if (silent) return degraded(`The indexer is ${silent}, at block ${mirror.blockNumber}.`)
  if (head === undefined) return ok(`At block ${mirror.blockNumber}; the chain's head is not known.`)
  const lag = Math.max(0, head - mirror.blockNumber)
  const detail = `At block ${mirror.blockNumber}, ${lag} behind the head.`
  return lag > MAX_LAG ? degraded(detail) : ok(detail)
}

export type Heartbeat = { component: string; at: Date; detail: Record<string, unknown> }

/** The kinds of worker an installation needs; each writes its own sign of life. */
const workers = ['checkout', 'settle']

/** The workers, by their last signs of life. */
export function judgeWorkers(beats: Heartbeat[], now: Date): Component {
  const troubles = workers.flatMap((worker) => {
    const beat = beats.find(({ component }) => component === worker)
    const trouble = beat ? silence(beat.at, now) : 'not started yet'
    return trouble ? [`${worker} is ${trouble}`] : []
  })
  if (troubles.length === 0) return ok(`${workers.join(' and ')} are alive.`)
  return troubles.length === workers.length
    ? down(`${troubles.join('; ')}.`)
    : degraded(`${troubles.join('; ')}.`)
}

/** The browser, as the checkout worker last saw it: `detail.browser` of its heartbeat, absent when it found none. */
export function judgeBrowser(beats: Heartbeat[], now: Date): Component {
  const beat = beats.find(({ detail }) => typeof detail.browser === 'string')
  if (!beat) return degraded('No worker has a browser.')
  return silence(beat.at, now)
    ? degraded('The worker with the browser is silent.')
    : ok(String(beat.detail.browser))
}
