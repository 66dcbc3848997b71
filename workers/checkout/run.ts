import { GivenBack } from '../../adapters/queue/worker.ts'
import { pageTrouble, Stopped, type Walk } from '../../adapters/retailers/adapter.ts'
import { adapterName } from '../../adapters/retailers/sites.ts'
import { hasCardNumber } from '../../core/card.ts'
import { isLendable } from '../../core/checkout/lent.ts'
import type { Outcome } from '../../core/checkout/outcome.ts'
import { isFinalState } from '../../core/checkout/states.ts'
import { Final, isSnpdError } from '../../core/errors.ts'
import { formatMoney } from '../../core/format-money.ts'
import { agreeAsAsked } from '../../db/purchases/agree.ts'
import { beginWalk, finishPurchase, recordStep } from '../../db/purchases/progress.ts'
import { loadWork, type PurchaseWork } from '../../db/purchases/work.ts'
import type { CheckoutDeps } from './deps.ts'
import { requireOpenGate } from './gate.ts'
import { type Handover, lendToMember } from './live/lend.ts'
import { keepableOutcome } from './live/private.ts'
import { waitForMember } from './member.ts'
import { placeOrder } from './order.ts'
import { reachReview } from './reach.ts'
import { reconcileOrder } from './reconcile.ts'
import { visitShop } from './visit.ts'

function finish({ sql }: CheckoutDeps, id: string, outcome: Outcome): Promise<void> {
  const message = 'detail' in outcome ? outcome.detail : outcome.kind
  return finishPurchase(sql, { id, outcome, note: { step: null, message } })
}

/** In `auto` the yes came with the request, unless the shop asks for a person's look before every payment. */
async function agree(deps: CheckoutDeps, { id, mode, helped }: PurchaseWork, asked: Asked): Promise<boolean> {
  if (mode !== 'auto') return false
  if (asked.reviewPolicy === null) {
    await agreeAsAsked(deps.sql, { id, totalMinor: asked.totalMinor })
    return !helped
  }
  const message = 'This shop asks that a person looks at the total first.'
  await recordStep(deps.sql, { id, note: { step: null, message } })
  return false
}

type Asked = { totalMinor: number; reviewPolicy: string | null }

/** To the review, the member's word, the order. */
async function walkThrough(deps: CheckoutDeps, work: PurchaseWork, walk: Walk): Promise<void> {
  const review = await reachReview(deps, work, walk)
  const { total_minor, currency } = review
  if (work.mode === 'dry-run') {
    const detail = `Stopped before ordering; the shop would ask ${formatMoney(total_minor, currency)}.`
    return finish(deps, work.id, { kind: 'dry-run', total_minor, currency, detail })
  }
  const isAgreed = await agree(deps, work, { totalMinor: total_minor, reviewPolicy: walk.facts.reviewPolicy })
  // Others may go to the shop while the member reads.
  if (!isAgreed) await walk.stay?.rest()
  const confirmed = await waitForMember(deps, work.id)
  if (!confirmed) return
  if ((await walk.stay?.resume(deps.draining)) === false) throw new GivenBack()
  await placeOrder(deps, confirmed, walk)
}

/** What a walk stopped with, when its member can go on at the page; anything else is thrown on, with nothing in it that they typed. */
function lendableOf({ settings }: CheckoutDeps, work: PurchaseWork, { walk, error }: Ended): Handover {
  const outcome = error instanceof Stopped ? error.outcome : undefined
  const isOn = settings.liveSeconds > 0 && work.mode !== 'dry-run'
  if (isOn && outcome?.kind === 'handover' && isLendable(outcome, walk.page.url())) return outcome
  if (outcome) throw new Stopped(keepableOutcome(walk, outcome))
  throw walk.facts.helped && hasCardNumber(String(error)) ? pageTrouble('The walk broke off.') : error
}

type Ended = { walk: Walk; error: unknown }

/** From the queue to the end: gate, walk, the member's hand where one is due, review, the member's word, the order. */
async function walkAndBuy(deps: CheckoutDeps, first: PurchaseWork): Promise<void> {
  await requireOpenGate(deps, first)
  const { id } = first
  await visitShop(deps, first, async (walk) => {
    const note = { step: null, message: 'A worker opens the shop.' }
    await beginWalk(deps.sql, { id, note, adapter: adapterName(walk.productUrl) })
    for (let work: PurchaseWork | undefined = first; work; work = await loadWork(deps.sql, id))
      try {
        return await walkThrough(deps, work, walk)
      } catch (error) {
        const handover = lendableOf(deps, work, { walk, error })
        if ((await lendToMember(deps, { id, walk, handover, isBehind: false })) === 'over') return
      }
  })
}

/** The browser's errors go on with elements of the page, which may hold what was typed there. */
function firstLineOf(error: unknown): string {
  return String(error).split('\n')[0] ?? ''
}

/** What an error of the walk means for the request; errors that another try may cure are thrown on. */
async function absorb(deps: CheckoutDeps, id: string, error: unknown): Promise<void> {
  if (error instanceof GivenBack) throw error
  const now = await loadWork(deps.sql, id)
  // It ended meanwhile (the member cancelled), or is past the fence: then only reconciling may end it.
  if (!now || isFinalState(now.state)) return
  // Always to be tried again: this may be the second of two workers, and the first may be waiting for the shop's answer.
  if (now.state === 'submitting') throw pageTrouble(firstLineOf(error), error)
  if (error instanceof Stopped) return finish(deps, id, error.outcome)
  if (error instanceof Final)
    return finish(deps, id, { kind: 'not-ordered', reason: 'refused', detail: error.message })
  throw isSnpdError(error) ? error : pageTrouble(`The walk broke off: ${firstLineOf(error)}.`, error)
}

/**
 * Works on one request from wherever it stands. Safe to call again at any time and from several processes: behind the
 * fence it only reads.
 * @throws Retryable, GivenBack
 */
export async function runCheckout(deps: CheckoutDeps, id: string): Promise<void> {
  const work = await loadWork(deps.sql, id)
  if (!work || isFinalState(work.state)) return
  deps.logger.info({ request: id, state: work.state }, 'checkout begins')
  try {
    await (work.state === 'submitting' ? reconcileOrder(deps, work) : walkAndBuy(deps, work))
  } catch (error) {
    await absorb(deps, id, error)
  }
}
