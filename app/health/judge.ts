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
  if (mirror.drift) return down("The ledger is not the chain's, says the indexer's last audit: see its log.")
  if (head === undefined) return ok(`At block ${mirror.blockNumber}; the chain's head is not known.`)
  const lag = Math.max(0, head - mirror.blockNumber)
  const detail = `At block ${mirror.blockNumber}, ${lag} behind the head.`
  return lag > MAX_LAG ? degraded(detail) : ok(detail)
}

export type Heartbeat = { component: string; at: Date; detail: Record<string, unknown> }

/** The signs of life an installation needs, and whose they are; workers/ writes them. */
const workers = { workers: 'the checkout worker', settle: 'the settle worker', relay: 'the relay worker' }

/** Of several processes of a kind (`workers:host:pid`), those that live, or the last that did; the newest sign first. */
function processesOf(beats: Heartbeat[], kind: string, now: Date): Heartbeat[] {
  const all = beats
    .filter(({ component }) => component === kind || component.startsWith(`${kind}:`))
    .sort((one, other) => other.at.getTime() - one.at.getTime())
  return all.filter(({ at }, place) => place === 0 || !silence(at, now))
}

const countOf = (beats: Heartbeat[], name: string) =>
  beats.reduce((sum, { detail }) => sum + (Number(detail[name]) || 0), 0)

/** The workers, by their last signs of life. */
export function judgeWorkers(beats: Heartbeat[], now: Date): Component {
  const checkout = processesOf(beats, 'workers', now)
  const troubles = Object.entries(workers).flatMap(([component, name]) => {
    const [beat] = component === 'workers' ? checkout : processesOf(beats, component, now)
    const trouble = beat ? silence(beat.at, now) : 'not started yet'
    return trouble ? [`${name} is ${trouble}`] : []
  })
  if (troubles.length === 0) {
    const [busy, contexts] = [countOf(checkout, 'busy'), countOf(checkout, 'contexts')]
    return ok(`All are alive; checkout: ${checkout.length} running, ${busy} of ${contexts} pages in use.`)
  }
  const all = troubles.length === Object.keys(workers).length
  return (all ? down : degraded)(`Of the workers, ${troubles.join(' and ')}.`)
}

/** The browser, as the checkout worker last described it: absent until one was found and started. */
export function judgeBrowser(beats: Heartbeat[], now: Date): Component {
  const live = processesOf(beats, 'workers', now)
  const beat = live.find(({ detail }) => typeof detail.browser === 'string') ?? live[0]
  const { browser, browser_connected: connected } = beat?.detail ?? {}
  if (!beat || typeof browser !== 'string') return degraded('No worker has a browser.')
  if (silence(beat.at, now)) return degraded('The worker with the browser is silent.')
  return connected === false ? degraded(`${browser} died; the next checkout starts it again.`) : ok(browser)
}
