import { openSession, type ShopSession } from '../../adapters/fetch/session.ts'
import type { Lease } from '../../adapters/retailers/gate.ts'
import { RENEW_MS } from '../../core/manners/entry.ts'
import { restAfter } from '../../core/manners/pushback.ts'
import type { Look } from '../../core/monitor/shape.ts'
import { type Claim, type DueTarget, renewClaim } from '../../db/monitor/claim.ts'
import { type Settled, settleVisit } from '../../db/monitor/settle.ts'
import { isWanted } from '../../db/origins/wanted.ts'
import { concluded } from './conclude.ts'
import type { MonitorDeps } from './deps.ts'
import { type Guest, LeaseLost, openGuest } from './guest.ts'
import { look } from './look.ts'
import { readShopRobots } from './robots.ts'

/** Longer visits are two: others may take the next. Milliseconds. */
const LONGEST_MS = 20_000
/** How often it is asked whether somebody who buys wants to go in. */
const WANTED_MS = 250
/** A shop that did not answer is left alone by all its targets. */
const DOWN_MS = 10_000

export type Visit = {
  deps: MonitorDeps
  claim: Claim
  /** When each sneaker goes on sale. */
  sales: ReadonlyMap<string, readonly number[]>
  /** Whether the process is to end: then a visit ends after the request that is under way. */
  isStopping: () => boolean
}

/** What is written when the visit ends. */
type Ledger = { rows: Settled[]; restMs: number }
type Stay = Visit & { lease: Lease; session: ShopSession; ledger: Ledger }

/** Leaves when the time is over, the budget is, or somebody who buys waits. */
function openClock({ deps, claim, lease, isStopping }: Stay): () => Promise<boolean> {
  const began = performance.now()
  let asked = began
  return async () => {
    const now = performance.now()
    if (isStopping() || now - began > LONGEST_MS || lease.due() > 0 || !lease.isHeld()) return true
    if (now - asked < WANTED_MS) return false
    asked = now
    return isWanted(deps.sql, claim.origin, { purpose: 'monitor' })
  }
}

/** What ends a visit early: the shop asked for patience, or does not answer. */
async function heed({ lease, ledger }: Stay, seen: Look): Promise<boolean> {
  if (seen.kind === 'later') {
    await lease.pushback(seen.pushback)
    ledger.restMs = restAfter(seen.pushback)
    return true
  }
  if (seen.kind === 'trouble') ledger.restMs = DOWN_MS
  return seen.kind === 'trouble'
}

/** A page that breaks our reading is one that nobody can read: it holds up no other. */
async function lookSafely({ deps }: Stay, guest: Guest, target: DueTarget): Promise<Look> {
  return look(guest, target).catch((error: unknown) => {
    if (error instanceof LeaseLost) throw error
    deps.logger.error({ url: target.reading.url, err: error }, 'a page could not be read')
    return { kind: 'unclear', reason: 'The page cannot be read.', isRefusal: false }
  })
}

async function lookAtAll(stay: Stay, guest: Guest): Promise<void> {
  const isOver = openClock(stay)
  for (const target of stay.claim.due) {
    if (await isOver()) return
    const askedAt = stay.deps.now()
    const seen = await lookSafely(stay, guest, target)
    const settled = await concluded(stay, { target, seen, askedAt })
    if (!settled) return
    stay.ledger.rows.push(settled)
    if (await heed(stay, seen)) return
  }
}

/** Without a robots.txt that could be read nothing is asked: the first target stands for all. */
async function putOff(stay: Stay, seen: Look, first: DueTarget): Promise<void> {
  const settled = await concluded(stay, { target: first, seen, askedAt: stay.deps.now() })
  if (settled) stay.ledger.rows.push(settled)
  await heed(stay, seen)
}

async function stayAt(stay: Stay): Promise<void> {
  const { claim, lease, session } = stay
  const [first] = claim.due
  if (!first) return
  const robots = await readShopRobots({ lease, session, page: first.reading.url })
  if (robots.kind !== 'robots') return putOff(stay, robots, first)
  await lookAtAll(stay, openGuest({ ...robots, lease, session, robots: robots.text }))
}

/** Inside, with the gate's lease, until it is left; whatever happens the gate is. */
async function goIn(visit: Visit, lease: Lease, ledger: Ledger): Promise<void> {
  const { deps, claim } = visit
  const session = openSession(deps.guard)
  const renewing = setInterval(() => void renewClaim(deps.sql, claim).catch(() => undefined), RENEW_MS)
  try {
    await stayAt({ ...visit, lease, session, ledger })
  } catch (error) {
    // Somebody else is there now: what is not written yet is looked at again.
    if (!(error instanceof LeaseLost)) throw error
  } finally {
    clearInterval(renewing)
    session.close()
    await lease.leave()
  }
}

/**
 * Looks at all products of a shop that are due, in one visit of its gate, and gives the shop back. Who has to wait at the
 * gate keeps the place in line for whoever claims the shop next.
 * @returns how many looks there were
 */
export async function visitShop(visit: Visit): Promise<number> {
  const { deps, claim } = visit
  const ledger: Ledger = { rows: [], restMs: 0 }
  try {
    const answer =
      claim.due.length > 0
        ? await deps.gate.ask(claim.origin, { id: claim.visitor, purpose: 'monitor' })
        : undefined
    if (answer?.kind === 'wait') ledger.restMs = answer.ms
    else if (answer) await goIn(visit, answer.lease, ledger)
  } catch (error) {
    ledger.restMs = DOWN_MS
    throw error
  } finally {
    await settleVisit(deps.sql, claim, ledger)
  }
  return ledger.rows.length
}
