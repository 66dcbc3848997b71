import { type Change, compareStock, isUnchanged } from '../../core/monitor/change.ts'
import { intervalOf, stretchOf, waitOf } from '../../core/monitor/interval.ts'
import type { Copy, Look, Reading } from '../../core/monitor/shape.ts'
import type { Claim, DueTarget } from '../../db/monitor/claim.ts'
import { recordLook } from '../../db/monitor/record.ts'
import type { Settled } from '../../db/monitor/settle.ts'
import type { MonitorDeps } from './deps.ts'

export type Concluding = {
  deps: MonitorDeps
  claim: Claim
  sales: ReadonlyMap<string, readonly number[]>
}
type Looked = { target: DueTarget; seen: Look; askedAt: Date }

const NO_COPY: Copy = { etag: null, lastModified: null, bodyHash: null }

/** Nothing that is kept would be written otherwise: then the visit's one statement has it all. */
function isNews({ kept }: DueTarget, seen: Look): boolean {
  if (seen.kind === 'read') return !isUnchanged(kept, compareStock(kept, seen.sizes).now)
  return seen.kind === 'unclear' && kept.some(({ state }) => state !== 'unknown')
}

/** What to write: unclear answers say of every size that nobody knows. */
async function write({ deps, claim }: Concluding, looked: Looked): Promise<readonly Change[] | undefined> {
  const { target, seen, askedAt } = looked
  if (!isNews(target, seen) || (seen.kind !== 'read' && seen.kind !== 'unclear')) return []
  const said = seen.kind === 'read' ? seen.sizes : { reason: seen.reason }
  const { id: targetId } = target
  const { lease } = claim
  return recordLook(deps.sql, { targetId, lease, seen: said, askedAt, now: deps.now() })
}

/** After an answer that showed nothing the next one is read whole: what was known before is not what is kept now. */
function readingAfter({ reading }: DueTarget, seen: Look): Reading {
  if (seen.kind === 'read') return seen.reading
  if (seen.kind === 'same' && seen.copy) return { ...reading, copy: seen.copy }
  return seen.kind === 'unclear' ? { ...reading, copy: NO_COPY } : reading
}

const reasonOf = (seen: Look) => ('reason' in seen ? seen.reason : null)

/**
 * Writes a look's news at once, since somebody waits for it; the rest is for the end of the visit.
 * @returns what is known of the target now, and when to look again; undefined when the shop is somebody else's
 */
export async function concluded(context: Concluding, looked: Looked): Promise<Settled | undefined> {
  const { target, seen, askedAt } = looked
  const changes = await write(context, looked)
  if (!changes) return undefined
  const { everyMs, sneakerId } = target
  const now = context.deps.now().getTime()
  const changedAt = changes.length > 0 ? now : target.changedAt
  const salesAt = context.sales.get(sneakerId) ?? []
  const intervalMs = intervalOf({ everyMs, salesAt, changedAt, now })
  const isWell = seen.kind === 'read' || seen.kind === 'same'
  const failures = isWell ? 0 : target.failures + 1
  const stretch = stretchOf(context.claim.load)
  const wait = waitOf({ intervalMs, stretch, failures, random: Math.random() })
  return {
    ...{ id: target.id, reading: readingAfter(target, seen), intervalMs, failures, askedAt },
    ...{ error: reasonOf(seen), paused: seen.kind === 'forbidden' },
    // From when it was asked, however long the visit lasts.
    waitMs: wait - (now - askedAt.getTime()),
  }
}
