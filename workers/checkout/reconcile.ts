import { type Lookup, pageTrouble, type Walk } from '../../adapters/retailers/adapter.ts'
import type { Outcome } from '../../core/checkout/outcome.ts'
import { matchOrder } from '../../core/checkout/reconcile.ts'
import type { Fence } from '../../db/purchases/fence.ts'
import { readFence, resolveFence } from '../../db/purchases/fence.ts'
import { knownOrders, type PurchaseWork } from '../../db/purchases/work.ts'
import type { CheckoutDeps } from './deps.ts'
import { noteOf } from './reach.ts'
import { visitShop } from './visit.ts'

const LOOK_AGAIN_MS = 1000
const MAX_UNREADABLE = 3

/** How pages write an amount: 16900 is "169.00" or "169,00". */
function writtenTotals(minor: number): string[] {
  const whole = String(Math.floor(minor / 100))
  const cents = String(minor % 100).padStart(2, '0')
  const grouped = (sign: string) => whole.replace(/\B(?=(\d{3})+$)/g, sign)
  return [`${whole}.${cents}`, `${whole},${cents}`, `${grouped(',')}.${cents}`, `${grouped('.')},${cents}`]
}

type Verdict =
  | { kind: 'ordered'; number: string; evidence: string }
  | { kind: 'none' }
  | { kind: 'unclear'; detail: string }

async function judge(deps: CheckoutDeps, { work, fence, lookup }: Reading): Promise<Verdict> {
  if (lookup.kind === 'unreadable') return { kind: 'unclear', detail: lookup.detail }
  if (lookup.kind === 'none') return { kind: 'none' }
  const match = matchOrder(lookup.orders, {
    title: work.review?.title ?? '',
    totals: writtenTotals(work.review?.total_minor ?? 0),
    since: fence.at,
    known: await knownOrders(deps.sql, work.id),
  })
  if (match.kind !== 'ordered') return match
  return { kind: 'ordered', number: match.order.number, evidence: match.order.text.slice(0, 240) }
}

type Reading = { work: PurchaseWork; fence: Fence; lookup: Lookup }

const sleep = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms))

/** Asks until the answer can be believed: "none" counts only from `reconcileSeconds` after the fence. */
async function ask(
  deps: CheckoutDeps,
  walk: Walk,
  { work, fence }: Omit<Reading, 'lookup'>,
): Promise<Verdict> {
  const believable = fence.at.getTime() + deps.settings.reconcileSeconds * 1000
  for (let unclear = 0; ; ) {
    const late = Date.now() >= believable
    const lookup = await deps.adapter.reconcile(walk).catch((error: Error): Lookup => {
      // A dead browser says nothing about the shop: the job runs again, with a new one.
      if (walk.page.isClosed()) throw pageTrouble('The browser closed while the order was looked up.', error)
      return { kind: 'unreadable', detail: error.message.split('\n')[0] ?? '' }
    })
    const verdict = await judge(deps, { work, fence, lookup })
    if (verdict.kind === 'ordered' || (verdict.kind === 'none' && late)) return verdict
    if (verdict.kind === 'unclear' && ++unclear >= MAX_UNREADABLE) return verdict
    await sleep(verdict.kind === 'none' ? Math.max(0, believable - Date.now()) : LOOK_AGAIN_MS)
  }
}

const nothing: Outcome = {
  kind: 'not-ordered',
  reason: 'refused',
  detail: 'The shop has no order for you; nothing was bought.',
}

function outcomeOf(verdict: Verdict, work: PurchaseWork, ifNone: Outcome): Outcome {
  if (verdict.kind === 'ordered')
    return {
      kind: 'ordered',
      number: verdict.number,
      total_minor: work.review?.total_minor ?? 0,
      currency: work.review?.currency ?? work.currency,
      evidence: verdict.evidence,
    }
  if (verdict.kind === 'none') return ifNone
  const detail = `Whether the order was placed could not be read. ${verdict.detail} Please look in your mail before you buy again.`
  return { kind: 'unknown-needs-member', detail }
}

/**
 * Finds out what became of an order behind the fence, without ever clicking a button that buys, and ends the request.
 * @param walk the walk whose page still lives; a fresh one otherwise
 * @param ifNone how the request ends when the shop has no order
 */
export async function reconcileOrder(
  deps: CheckoutDeps,
  work: PurchaseWork,
  { walk: page, ifNone = nothing }: { walk?: Walk; ifNone?: Outcome } = {},
): Promise<void> {
  const fence = await readFence(deps.sql, work.id)
  if (!fence) return
  const look = async (walk: Walk) => {
    const outcome = outcomeOf(await ask(deps, walk, { work, fence }), work, ifNone)
    const message =
      outcome.kind === 'ordered'
        ? `The shop lists order ${outcome.number}.`
        : 'detail' in outcome
          ? outcome.detail
          : ''
    await resolveFence(deps.sql, { id: work.id, outcome, note: await noteOf(walk, 'reconcile', message) })
  }
  await (page ? look(page) : visitShop(deps, work, look))
}
