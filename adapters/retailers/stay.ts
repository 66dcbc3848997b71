import type { Waiting } from '../../core/manners/entry.ts'
import { LONGEST_WAIT_MS } from '../../core/manners/pushback.ts'
import type { Visitor } from '../../core/manners/visitor.ts'
import type { Lease, OriginGate } from './gate.ts'

/**
 * A page's time at a shop: its requests go while it holds the origin's lease, and wait while it does not. A lease that was
 * lost, or given back while the member reads, is asked for again ahead of those who only begin.
 */
export type Stay = {
  /**
   * Before each request to the shop: resolves when it may go.
   * @throws when the stay is over, and after `nowOrNever` when it may not go at once
   */
  pass: () => Promise<void>
  /**
   * From now on nothing waits: what may not go at once is cut. Called before the click that buys: an order that goes out
   * late would be one that a look-up has not seen.
   */
  nowOrNever: () => void
  /** True from `nowOrNever` on. */
  hasOrdered: () => boolean
  /** Lets others in: whatever the page asks for now waits until `resume`. */
  rest: () => Promise<void>
  /**
   * Waits until the page may ask again, also as long as the shop has asked for; false when the signal came first, or the
   * shop wants more patience than a checkout has (LONGEST_WAIT_MS).
   */
  resume: (signal?: AbortSignal) => Promise<boolean>
  pushback: Lease['pushback']
  crawlDelay: Lease['crawlDelay']
  robots: Lease['robots']
  /** Ends it: what still waits is cut. */
  leave: () => Promise<void>
}

export type StayOptions = { gate: OriginGate; visitor: Visitor; lease: Lease }

const POLL_MS = 500
const sleep = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms))

type Here = StayOptions & {
  isResting: boolean
  isStrict: boolean
  isOver: boolean
  /** Set while somebody asks for the lease; the others wait for the same answer. */
  coming: Promise<void> | undefined
  /** Told when the shop wants to be left alone for long. */
  onAway: () => void
}

const isAway = (answer: Waiting | undefined) => answer?.why === 'not-before' && answer.ms > LONGEST_WAIT_MS

async function comeBack(here: Here): Promise<void> {
  await here.lease.leave()
  const visitor: Visitor = { ...here.visitor, purpose: 'finish' }
  while (!here.isOver) {
    // A store that does not answer is asked again: giving up would leave the page's requests waiting for ever.
    const answer = await here.gate.ask(here.lease.origin, visitor).catch(() => undefined)
    if (answer?.kind === 'in') {
      here.lease = answer.lease
      if (here.isOver) await here.lease.leave()
      return
    }
    if (isAway(answer)) here.onAway()
    await sleep(Math.min(answer?.ms ?? POLL_MS, POLL_MS))
  }
}

async function beHere(here: Here): Promise<void> {
  while (!here.isOver && !here.lease.isHeld()) {
    here.coming ??= comeBack(here).finally(() => {
      here.coming = undefined
    })
    await here.coming
  }
}

async function pass(here: Here): Promise<void> {
  if (here.isStrict && (here.isResting || !here.lease.isHeld())) throw new Error('It may not go now.')
  for (;;) {
    while (!here.isOver && here.isResting) await sleep(POLL_MS)
    await beHere(here)
    if (here.isOver) throw new Error('The stay is over.')
    const due = here.isStrict ? 0 : here.lease.due()
    if (due <= 0 && !here.isResting) return here.lease.spend()
    // Much may have happened meanwhile: others may be here.
    await sleep(Math.min(due, POLL_MS))
  }
}

async function resume(here: Here, signal: AbortSignal | undefined): Promise<boolean> {
  const stopped = Promise.withResolvers<false>()
  const stop = () => stopped.resolve(false)
  here.onAway = stop
  signal?.addEventListener('abort', stop, { once: true })
  if (signal?.aborted) stop()
  const isBack = await Promise.race([beHere(here).then(() => true), stopped.promise])
  signal?.removeEventListener('abort', stop)
  if (isBack) here.isResting = false
  return isBack
}

/** Begins with a lease that the gate gave. */
export function openStay(options: StayOptions): Stay {
  const here: Here = {
    ...options,
    isResting: false,
    isStrict: false,
    isOver: false,
    coming: undefined,
    onAway: () => undefined,
  }
  return {
    pass: () => pass(here),
    nowOrNever: () => {
      here.isStrict = true
    },
    hasOrdered: () => here.isStrict,
    rest: async () => {
      here.isResting = true
      await here.coming
      await here.lease.leave()
    },
    resume: (signal) => resume(here, signal),
    pushback: (later) => here.lease.pushback(later),
    crawlDelay: (ms) => here.lease.crawlDelay(ms),
    robots: { read: () => here.lease.robots.read(), keep: (text) => here.lease.robots.keep(text) },
    leave: async () => {
      here.isOver = true
      await here.lease.leave()
      await here.coming
    },
  }
}
