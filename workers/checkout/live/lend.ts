import { GivenBack } from '../../../adapters/queue/worker.ts'
import { type Confirmation, pageTrouble, type Walk } from '../../../adapters/retailers/adapter.ts'
import { LENT_BEHIND_SECONDS, type Return } from '../../../core/checkout/lent.ts'
import type { Outcome } from '../../../core/checkout/outcome.ts'
import { isFinalState } from '../../../core/checkout/states.ts'
import { lendPage } from '../../../db/live/lend.ts'
import { readLent } from '../../../db/live/lent.ts'
import { takeBack } from '../../../db/live/take-back.ts'
import { finishPurchase } from '../../../db/purchases/progress.ts'
import { loadWork } from '../../../db/purchases/work.ts'
import type { CheckoutDeps } from '../deps.ts'
import { noteOf } from '../reach.ts'
import { handsOf } from './press.ts'
import { keepable, keepableOutcome } from './private.ts'
import { settleByHand } from './settle.ts'
import { showPage } from './show.ts'

export type Handover = Extract<Outcome, { kind: 'handover' }>
type Lent = {
  id: string
  walk: Walk
  handover: Handover
  /** The order was clicked already: the page asks for its member before it says what came of it. */
  isBehind: boolean
}

const POLL_MS = 1000
/** A page that says that the order is placed says so already when it is asked. */
const AT_ONCE_MS = 300

const unread: Confirmation = { kind: 'unclear', detail: 'The page was not read.' }

function readEnd({ adapter }: CheckoutDeps, walk: Walk, ms?: number): Promise<Confirmation> {
  return adapter.confirm(walk, ms).catch(() => unread)
}

/** Until the member gives it back, the shop says that there is an order, or the time is over. */
async function waitForReturn(deps: CheckoutDeps, id: string, walk: Walk): Promise<Return | null> {
  const { sql, watch, draining } = deps
  for (;;) {
    const work = await loadWork(sql, id)
    if (!work || isFinalState(work.state)) return null
    const isBehind = work.state === 'submitting'
    const lent = await readLent(sql, id)
    if (lent?.how || lent?.isOver) return lent.how
    if (draining.aborted && !isBehind) throw new GivenBack()
    if (draining.aborted) return null
    if (walk.page.isClosed()) throw pageTrouble('The browser closed while the page was with you.')
    if (isBehind && (await readEnd(deps, walk, AT_ONCE_MS)).kind === 'ordered') return null
    await watch.change(id, POLL_MS, draining)
  }
}

/** Shows the page to its member and lets them use it; when this resolves nothing more of theirs reaches it. */
async function withMember(
  deps: CheckoutDeps,
  { id, walk, handover, isBehind }: Lent,
): Promise<Return | null> {
  const { sql, lines, settings, draining } = deps
  const showing = showPage(walk, handsOf(deps, { id, walk, isBehind }))
  const line = lines.open(id, showing.enter)
  try {
    const seconds = isBehind ? Math.min(settings.liveSeconds, LENT_BEHIND_SECONDS) : settings.liveSeconds
    const until = new Date(Date.now() + seconds * 1000)
    const page = { reason: handover.reason, detail: keepable(walk, handover.detail), until }
    const note = await noteOf(walk, null, handover.detail)
    // Another worker may have the request by now, and our page is closed: what stopped this walk may be just that.
    if (draining.aborted && !isBehind) throw new GivenBack()
    await lendPage(sql, { id, line, page, note })
    // Nobody is kept from the shop by a page that its member has not even taken.
    if (!isBehind) await walk.stay?.rest()
    return await waitForReturn(deps, id, walk)
  } finally {
    await showing.end()
    line.close()
  }
}

async function goOn({ sql, draining }: CheckoutDeps, id: string, walk: Walk): Promise<'go-on'> {
  if ((await walk.stay?.resume(draining)) === false) throw new GivenBack()
  await takeBack(sql, { id, note: { step: null, message: 'The assistant goes on from the page as it is.' } })
  return 'go-on'
}

/**
 * The member takes over at the worker's own page. While they have it the assistant presses nothing; a press of theirs
 * that could buy goes through the fence, as ours would.
 * @returns go-on: given back, the walk goes on from the page as it is; over: the request has ended
 * @throws GivenBack, Retryable
 */
export async function lendToMember(deps: CheckoutDeps, lent: Lent): Promise<'go-on' | 'over'> {
  const { id, walk, handover } = lent
  const how = await withMember(deps, lent)
  const work = await loadWork(deps.sql, id)
  if (!work || isFinalState(work.state)) return 'over'
  const isBehind = work.state === 'submitting'
  const seen = await readEnd(deps, walk, isBehind || how === 'ordered' ? undefined : AT_ONCE_MS)
  if (isBehind || how === 'ordered' || seen.kind === 'ordered') await settleByHand(deps, { id, walk, seen })
  else if (how === 'go-on') return goOn(deps, id, walk)
  else {
    const detail = `${handover.detail} The page was kept open for you; the time is over.`
    const outcome = keepableOutcome(walk, { ...handover, detail })
    await finishPurchase(deps.sql, { id, outcome, note: { step: null, message: 'The page was closed.' } })
  }
  return 'over'
}
