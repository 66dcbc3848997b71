import { type Bucket, spend, untilTokens } from '../../core/manners/budget.ts'
import { LEASE_MS, RENEW_MS, type Waiting } from '../../core/manners/entry.ts'
import type { Admitted, GateStore } from '../../core/manners/gate.ts'
import { type Later, restAfter } from '../../core/manners/pushback.ts'
import { isFresh } from '../../core/manners/robots-copy.ts'
import type { Visitor } from '../../core/manners/visitor.ts'

/** The right to ask an origin for something, alone among all of SNPD; kept until `leave`, or until it is lost. */
export type Lease = {
  readonly origin: string
  /** False once it is lost: then nothing may be asked any more. To be looked at before each request. */
  isHeld: () => boolean
  /** Counts a request that is about to be made; written down in steps. */
  spend: () => void
  /** Milliseconds until the budget allows another request; 0 when it does. */
  due: () => number
  /** The shop asked to come back later: everybody waits for that. */
  pushback: (later: Later) => Promise<void>
  /** Milliseconds between two pages, whoever asks for them. */
  crawlDelay: (ms: number) => Promise<void>
  robots: {
    /** What it said less than a day ago, null for "there is none"; undefined: ask. */
    read: () => string | null | undefined
    keep: (text: string | null) => Promise<void>
  }
  leave: () => Promise<void>
}

/**
 * One gate per origin, shared by all who ask shops for anything: checkouts, monitors, look-ups. Concurrency 1, in order
 * (core/manners/entry.ts), Retry-After, Crawl-delay, a request budget, one copy of robots.txt.
 */
export type OriginGate = {
  /**
   * Asks once. Who has to wait keeps a place in line by asking again with the same id within LINE_MS.
   * @param origin as core/manners/gate-name.ts writes it
   */
  ask: (origin: string, visitor: Visitor) => Promise<{ kind: 'in'; lease: Lease } | Waiting>
}

type Held = { until: number; budget: Bucket; spent: number; isLost: boolean; isLeft: boolean }

/** Of this process alone, and it never goes back. */
const clock = () => performance.now()

function startRenewing(store: GateStore, { key }: Admitted, held: Held): NodeJS.Timeout {
  const renew = async () => {
    const [began, requests] = [clock(), held.spent]
    held.spent = 0
    try {
      const left = await store.renew(key, requests)
      if (!left) held.isLost = true
      else Object.assign(held, { until: began + LEASE_MS, budget: { tokens: left.tokens, at: began } })
    } catch {
      // Not reached: the lease runs out by itself, and the requests are counted next time.
      held.spent += requests
    }
  }
  const timer = setInterval(() => held.isLost || void renew(), RENEW_MS)
  return timer.unref()
}

function keepLease(store: GateStore, admitted: Admitted, began: number): Lease {
  const { key, budget, robots } = admitted
  const held: Held = {
    ...{ until: began + LEASE_MS, budget: { ...budget, at: began } },
    ...{ spent: 0, isLost: false, isLeft: false },
  }
  let text = robots && isFresh(robots, key.origin, Date.now()) ? robots.text : undefined
  const timer = startRenewing(store, admitted, held)
  return {
    origin: key.origin,
    isHeld: () => !held.isLost && clock() < held.until,
    spend: () => {
      held.spent++
    },
    due: () => untilTokens(spend(held.budget, held.spent, clock()), 0, clock()),
    pushback: async (later) => {
      const ms = restAfter(later)
      if (ms > 0) await store.rest(key.origin, ms)
    },
    crawlDelay: (ms) => store.keepCrawlDelay(key.origin, ms),
    robots: {
      read: () => text,
      keep: async (found) => {
        text = found
        await store.keepRobots(key.origin, found)
      },
    },
    leave: async () => {
      clearInterval(timer)
      if (held.isLeft) return
      Object.assign(held, { isLost: true, isLeft: true })
      // Not reached: it runs out by itself.
      await store.leave(key, held.spent).catch(() => undefined)
    },
  }
}

/** The gate over a memory that processes share. */
export function openGate(store: GateStore): OriginGate {
  const ask: OriginGate['ask'] = async (origin, visitor) => {
    const began = clock()
    const answer = await store.ask(origin, visitor)
    return answer.kind === 'wait' ? answer : { kind: 'in', lease: keepLease(store, answer, began) }
  }
  return { ask }
}
