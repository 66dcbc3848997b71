import { handOver, pageTrouble, Stopped, type Walk } from '../../adapters/retailers/adapter.ts'
import { requireWithinLimit } from '../../adapters/retailers/limit.ts'
import { askedAway } from '../../adapters/retailers/manners.ts'
import { walkToReview } from '../../adapters/retailers/walk.ts'
import type { Outcome } from '../../core/checkout/outcome.ts'
import type { Review } from '../../core/checkout/shape.ts'
import { Final, isSnpdError, Retryable } from '../../core/errors.ts'
import { formatMoney } from '../../core/format-money.ts'
import { enterShop } from './enter.ts'
import type { Job, Visiting } from './job.ts'
import type { Entry } from './journal.ts'
import { limitFor } from './limit.ts'
import { lookAgain, placeOrder, reconcile } from './order.ts'
import { type Visit, visit } from './visit.ts'

const stopped: Outcome = {
  kind: 'not-ordered',
  reason: 'cancelled',
  detail: 'You stopped it; nothing was ordered.',
}

const TRIES = 3
const PAUSE_MS = 1_000

function dryRun({ total_minor, currency }: Review): Outcome {
  const detail = `Stopped before ordering; the shop would ask ${formatMoney(total_minor, currency)}.`
  return { kind: 'dry-run', total_minor, currency, detail }
}

/** The person's yes, where one is due: always in review, and wherever the shop asks for a human before the payment. */
async function requireYes(job: Job, walk: Walk, review: Review): Promise<void> {
  const { reviewPolicy } = walk.facts
  if (job.mode === 'auto' && !reviewPolicy) return
  const total = formatMoney(review.total_minor, review.currency)
  if (!job.prompt) {
    const why = reviewPolicy ? ` A person has to look before the payment here ("${reviewPolicy}").` : ''
    const detail = `All is filled in; the shop asks ${total}.${why} Please look at it and order yourself.`
    throw handOver(walk, job.mode === 'auto' ? 'policy' : 'review', detail)
  }
  if (await job.prompt.confirm(`Order "${review.title}", size ${review.size}, for ${total}? [y/N] `)) return
  throw new Stopped({ kind: 'not-ordered', reason: 'cancelled', detail: 'You said no; nothing was ordered.' })
}

async function walkAndBuy(job: Visiting, { walk, cookies }: Visit): Promise<Outcome> {
  const review = await walkToReview(job.adapter, walk, async (step, message) => {
    job.stopping.throwIfAborted()
    job.screen.step(step, message)
  })
  job.screen.step('review', `The shop asks ${formatMoney(review.total_minor, review.currency)}.`)
  const limit = limitFor(job, review.currency)
  if (limit) requireWithinLimit(walk, limit, review)
  if (job.mode === 'dry-run') return dryRun(review)
  await requireYes(job, walk, review)
  return placeOrder(job, { walk, cookies }, review)
}

/** Behind the fence nothing of a walk is tried again: what came of it is asked for, on a fresh page. */
async function afterTrouble(job: Visiting, error: unknown): Promise<Outcome | undefined> {
  const entry = job.journal.read({ url: job.url, email: job.buyer.email })
  if (entry?.state === 'submitting') {
    if (!job.stopping.aborted) return reconcile(job, entry)
    const detail =
      'You stopped while the order was being placed; run the same again to find out what became of it.'
    return { kind: 'unknown-needs-member', detail }
  }
  if (job.stopping.aborted) return stopped
  if (error instanceof Stopped) return error.outcome
  if (error instanceof Final) throw error
  return undefined
}

function gaveUp(job: Job, error: unknown): Outcome {
  const cause = isSnpdError(error)
    ? error
    : pageTrouble(`The walk broke off: ${String(error).split('\n')[0]}.`, error)
  const detail = `${cause.message} Nothing was ordered. Please go on yourself.`
  return { kind: 'handover', reason: 'unknown-page', resume_url: job.url.href, detail }
}

async function tryToBuy(job: Visiting): Promise<Outcome> {
  for (let tries = 1; ; tries++) {
    try {
      return await visit(job, [], (opened) => walkAndBuy(job, opened))
    } catch (error) {
      const outcome = await afterTrouble(job, error)
      if (outcome) return outcome
      if (tries === TRIES) return gaveUp(job, error)
      job.screen.say(`${error instanceof Error ? error.message.split('\n')[0] : ''} Trying again.`)
      await new Promise((resolve) => setTimeout(resolve, PAUSE_MS * tries))
    }
  }
}

/** What to make of an order that an earlier run made; undefined when there is none, or the shop says so: then it may be bought. */
async function beforeAgain(job: Visiting, entry: Entry): Promise<Outcome | undefined> {
  const { outcome, told, at } = entry
  if (outcome?.kind !== 'ordered' || job.again || job.mode === 'dry-run') return undefined
  const verdict = await lookAgain(job, entry)
  if (verdict.kind === 'none') return undefined
  if (verdict.kind === 'ordered' || !told) return outcome
  const number = outcome.number ? ` (${outcome.number})` : ''
  const detail = `This profile ordered it already, on ${at}${number}; nothing was ordered now. --again orders once more.`
  return { kind: 'not-ordered', reason: 'refused', detail }
}

async function runHere(job: Visiting): Promise<Outcome> {
  const { known } = job
  if (known?.state === 'submitting') return reconcile(job, known)
  const earlier = known && (await beforeAgain(job, known))
  return earlier ?? (await tryToBuy(job))
}

function unread(why: string): Outcome {
  const detail = `Whether the order was placed could not be read: ${why} Look in your mail, or run the same again to look.`
  return { kind: 'unknown-needs-member', detail }
}

/** What became of an order behind the fence is not known while the shop cannot be asked. */
function leftOutside(job: Job, { outcome, message }: Stopped): Outcome {
  const entry = job.journal.read({ url: job.url, email: job.buyer.email })
  if (entry?.state !== 'submitting') return outcome
  return unread(message)
}

/**
 * Runs one checkout from wherever an earlier run left it.
 * @throws Final for what only the person can put right
 */
export async function runCheckout(job: Job): Promise<Outcome> {
  const entered = await enterShop(job)
  if (entered.kind === 'away') return leftOutside(job, askedAway(job.url, entered.ms))
  if (entered.kind === 'stopped') return stopped
  const { stay } = entered
  try {
    // Read only now: another run may just have ended.
    const known = job.journal.read({ url: job.url, email: job.buyer.email })
    return await runHere({ ...job, stay, known })
  } catch (error) {
    const entry = job.journal.read({ url: job.url, email: job.buyer.email })
    if (entry?.state !== 'submitting' || !(error instanceof Retryable)) throw error
    return unread(error.message)
  } finally {
    await stay.leave()
  }
}
