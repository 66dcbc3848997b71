import { openSession } from '../../adapters/fetch/session.ts'
import type { Lease } from '../../adapters/retailers/gate.ts'
import { openStay } from '../../adapters/retailers/stay.ts'
import { uuidv7 } from '../../core/id.ts'
import type { Waiting } from '../../core/manners/entry.ts'
import { gateName } from '../../core/manners/gate-name.ts'
import type { Visitor } from '../../core/manners/visitor.ts'
import type { Look } from '../../core/monitor/shape.ts'
import { LeaseLost, openGuest } from '../../workers/monitor/guest.ts'
import { type Looking, look } from '../../workers/monitor/look.ts'
import { type Robots, readShopRobots } from '../../workers/monitor/robots.ts'
import type { BrowserLook } from './browser.ts'
import type { Job } from './job.ts'

/** A run keeps what it was allowed for so long; the gate keeps it for others on the internet. Milliseconds. */
const ROBOTS_MS = 60 * 60_000

const words: Readonly<Record<Waiting['why'], string>> = {
  busy: 'Another run of yours is at this shop; waiting for it.',
  'not-before': 'The shop wants to be asked later; waiting.',
  budget: 'This shop has been asked enough for now; waiting.',
}

export type Visits = {
  /** One look, as soon as the shop's gate lets us in; undefined when it was stopped before. */
  look: (looking: Looking) => Promise<{ seen: Look; askedAt: Date } | undefined>
  close: () => void
}

/** Sleeps unless it is stopped. */
export async function rest(ms: number, stopping: AbortSignal): Promise<void> {
  if (stopping.aborted || ms <= 0) return
  const { promise, resolve } = Promise.withResolvers<void>()
  const timer = setTimeout(resolve, ms)
  const stop = () => resolve()
  stopping.addEventListener('abort', stop, { once: true })
  await promise
  clearTimeout(timer)
  stopping.removeEventListener('abort', stop)
}

type Entered = { lease: Lease; visitor: Visitor }

const LONGEST_POLL_MS = 5_000

/** The shop's lease, in line with everybody else of this machine; undefined when it was stopped. */
async function enter({ gate, url, screen, stopping }: Job, visitor: Visitor): Promise<Lease | undefined> {
  let told: Waiting['why'] | undefined
  while (!stopping.aborted) {
    const answer = await gate.ask(gateName(url), visitor)
    if (answer.kind === 'in') return answer.lease
    // A moment behind another look is nothing to speak of.
    if (told !== answer.why && answer.ms > 1_000) screen.say(words[answer.why])
    told = answer.why
    await rest(Math.min(answer.ms, LONGEST_POLL_MS), stopping)
  }
  return undefined
}

/** Looks at one page again and again, over one connection, each time by the shop's gate. */
export function openVisits(job: Job): Visits {
  const session = openSession(job.guard)
  let allowed: { robots: Robots; until: number } | undefined
  const robotsOf = async (lease: Lease, page: string): Promise<Robots | Look> => {
    if (allowed && allowed.until > Date.now()) return allowed.robots
    const robots = await readShopRobots({ lease, session, page })
    if (robots.kind === 'robots') allowed = { robots, until: Date.now() + ROBOTS_MS }
    return robots
  }
  const lookIn = async (lease: Lease, looking: Looking): Promise<Look> => {
    const robots = await robotsOf(lease, looking.reading.url)
    if (robots.kind !== 'robots') return robots
    const guest = openGuest({ ...robots, lease, session, robots: robots.text })
    return look(guest, looking)
  }
  const lookAsPerson = async (browser: BrowserLook, { reading }: Looking, entered: Entered) => {
    const stay = openStay({ gate: job.gate, ...entered })
    return browser(reading, stay).finally(stay.leave)
  }
  return {
    look: async (looking) => {
      const visitor: Visitor = { id: uuidv7(), purpose: 'monitor' }
      const lease = await enter(job, visitor)
      if (!lease) return undefined
      const askedAt = new Date()
      try {
        const seen = await (job.browser
          ? lookAsPerson(job.browser, looking, { lease, visitor })
          : lookIn(lease, looking))
        if (seen.kind === 'later') await lease.pushback(seen.pushback)
        return { seen, askedAt }
      } catch (error) {
        if (!(error instanceof LeaseLost)) throw error
        return { seen: { kind: 'trouble', reason: 'It took too long to be still our turn.' }, askedAt }
      } finally {
        await lease.leave()
      }
    },
    close: () => session.close(),
  }
}
