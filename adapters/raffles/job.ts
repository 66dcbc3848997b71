import type { Cookie } from 'playwright-core'
import type { EntryFence } from '../../core/raffle-form/fence.ts'
import type { Draw, DrawAdapter, DrawStep, EntryReview } from './adapter.ts'

export type OpenDraw = { draw: Draw; cookies: () => Promise<Cookie[]> }

/** One entry of one member in one draw, by whichever door. */
export type EntryJob = {
  adapter: DrawAdapter
  url: URL
  mode: 'dry-run' | 'review' | 'auto'
  fence: EntryFence
  /** Runs something on a fresh page at the draw's shop, with these cookies; the page is closed after it. */
  visit: <Result>(before: readonly Cookie[], use: (opened: OpenDraw) => Promise<Result>) => Promise<Result>
  /** Told of each step; may throw to end the entry while the fence is down. */
  report: (step: DrawStep, message: string) => Promise<void>
  /** The member's word on what would be sent; undefined where nobody can be asked. */
  confirm: ((review: EntryReview) => Promise<boolean>) | undefined
  /** How long after the fence the shop must still know of no entry before that is believed. Seconds. */
  reconcileSeconds: number
  /** Aborted when the run is to stop. */
  stopping: AbortSignal
  /** Milliseconds since 1970: how old the last look at the page is. */
  clock: () => number
}
