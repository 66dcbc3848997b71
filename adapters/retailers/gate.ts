import { type Bucket, spend, untilTokens } from '../../core/manners/budget.ts'
import { LEASE_MS, RENEW_MS, type Waiting } from '../../core/manners/entry.ts'
import type { Admitted, GateStore } from '../../core/manners/gate.ts'
import { type Later, restAfter } from '../../core/manners/pushback.ts'
import { isFresh } from '../../core/manners/robots-copy.ts'
import { tokensFor, type Visitor } from '../../core/manners/visitor.ts'

/** The right to ask an origin for something, alone among all of SNPD; kept until `leave`, or until it is lost. */
export type Lease = {
  readonly origin: string
  /** False once it is lost: then nothing may be asked any more. To be looked at before each request. */
  isHeld: () => boolean
  /** Counts a request that is about to be made; written down in steps. */
  spend: () => void
  /** Milliseconds until the budget allows this visitor another request; 0 when it does. */
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
   * Asks once. Who has to wait keeps a place in line by asking again with the same id when told to (core/manners/entry.ts).
   * @param origin as core/manners/gate-name.ts writes it
   */
  ask: (origin: string, visitor: Visitor) => Promise<{ kind: 'in'; lease: Lease } | Waiting>
}

type Held = {
  /** Milliseconds since the last renewal was sent. */
  age: () => number
  budget: Bucket
  /** Requests since the budget was counted. */
  spent: number
  /** Those of them that are being counted. */
  sent: number
  isLost: boolean
  isLeft: boolean
}

const clock = () => performance.now()

/** Milliseconds from now on: by the clock that never goes back, or by the one that runs on while the machine sleeps. */
function startWatch(): () => number {
  const [began, date] = [clock(), Date.now()]
  return () => Math.max(clock() - began, Date.now() - date)
}

function startRenewing(store: GateStore, { key }: Admitted, held: Held): NodeJS.Timeout {
  const renew = async () => {
    const [age, requests] = [startWatch(), held.spent]
    held.sent = requests
    // Not reached: the lease runs out by itself, and the requests are counted next time.
    const left = await store.renew(key, requests).catch(() => null)
    held.sent = 0
    if (left === null) return
    held.spent -= requests
    if (left) Object.assign(held, { age, budget: { tokens: left.tokens, at: clock() } })
    else held.isLost = true
  }
  let isRenewing = false
  const timer = setInterval(async () => {
    if (held.isLost || isRenewing) return
    isRenewing = true
    await renew()
    isRenewing = false
  }, RENEW_MS)
  return timer.unref()
}

/** What a visitor leaves in the budget: monitors as much as they had to find there, others nothing. */
const leaves = ({ purpose }: Visitor) => (purpose === 'monitor' ? tokensFor(purpose) : 0)

/** What the shop asked for, until the memory that all share has it: whoever leaves before that would let others in too soon. */
function openDebt(store: GateStore, origin: string) {
  let debt: { ms: number; age: () => number } | undefined
  const pay = async () => {
    const left = debt ? debt.ms - debt.age() : 0
    if (left > 0) await store.rest(origin, left)
    debt = undefined
  }
  const owe = (ms: number) => {
    debt = { ms, age: startWatch() }
    return pay()
  }
  return { owe, pay }
}

type Entering = { age: Held['age']; visitor: Visitor }

function keepLease(store: GateStore, admitted: Admitted, { age, visitor }: Entering): Lease {
  const { key, budget, robots } = admitted
  const held: Held = {
    ...{ age, budget: { ...budget, at: clock() } },
    ...{ spent: 0, sent: 0, isLost: false, isLeft: false },
  }
  const debt = openDebt(store, key.origin)
  let text = robots && isFresh(robots, key.origin, Date.now()) ? robots.text : undefined
  const timer = startRenewing(store, admitted, held)
  return {
    origin: key.origin,
    isHeld: () => !held.isLost && held.age() < LEASE_MS,
    spend: () => {
      held.spent++
    },
    due: () => untilTokens(spend(held.budget, held.spent, clock()), leaves(visitor), clock()),
    pushback: async (later) => {
      const ms = restAfter(later)
      if (ms > 0) await debt.owe(ms)
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
      await debt
        .pay()
        .then(() => store.leave(key, held.spent - held.sent))
        .catch(() => undefined)
    },
  }
}

/** The gate over a memory that processes share. */
export function openGate(store: GateStore): OriginGate {
  const ask: OriginGate['ask'] = async (origin, visitor) => {
    const age = startWatch()
    const answer = await store.ask(origin, visitor)
    return answer.kind === 'wait' ? answer : { kind: 'in', lease: keepLease(store, answer, { age, visitor }) }
  }
  return { ask }
}
