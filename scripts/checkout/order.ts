import type { Walk } from '../../adapters/retailers/adapter.ts'
import { type Confirmation, handOver, Stopped } from '../../adapters/retailers/adapter.ts'
import { requireWithinLimit } from '../../adapters/retailers/limit.ts'
import { lookForOrder, type Verdict } from '../../adapters/retailers/lookup.ts'
import { showTicket, ticketOf } from '../../adapters/retailers/universal/ucp/ticket.ts'
import type { Outcome } from '../../core/checkout/outcome.ts'
import type { Review } from '../../core/checkout/shape.ts'
import type { Job, Visiting } from './job.ts'
import type { Entry } from './journal.ts'
import { limitFor } from './limit.ts'
import { type Visit, visit } from './visit.ts'

/** A process that slept longer than this behind its own fence may no longer click: another may be reconciling. */
const CLICK_WITHIN_MS = 5_000

const subjectOf = ({ url, buyer }: Job) => ({ url, email: buyer.email })

const nothing: Outcome = {
  kind: 'not-ordered',
  reason: 'refused',
  detail: 'The shop has no order for you; nothing was bought.',
}

type Ordered = Extract<Outcome, { kind: 'ordered' }>

function ordered(review: Review, number: string | null, evidence: string): Ordered {
  const { total_minor, currency } = review
  return { kind: 'ordered', number, total_minor, currency, evidence }
}

function outcomeOf(verdict: Verdict, entry: Entry, ifNone: Outcome): Outcome {
  if (verdict.kind === 'ordered') return ordered(entry.review, verdict.number, verdict.evidence)
  if (verdict.kind === 'none') return ifNone
  const detail = `Whether the order was placed could not be read. ${verdict.detail} Please look in your mail before you buy again.`
  return { kind: 'unknown-needs-member', detail }
}

/** What only a person can find out, or end, stays behind the fence: the next run looks again, and clicks nothing. */
function close(job: Job, entry: Entry, outcome: Outcome): Outcome {
  const isOpen = outcome.kind === 'unknown-needs-member' || outcome.kind === 'handover'
  const state = isOpen ? 'submitting' : 'ended'
  const kept = isOpen ? {} : { cookies: [], ticket: null }
  job.journal.write(subjectOf(job), { ...entry, ...kept, state, outcome })
  return outcome
}

async function look(job: Visiting, walk: Walk, entry: Entry): Promise<Verdict> {
  const since = new Date(entry.at)
  const known = async () => job.journal.otherOrders(subjectOf(job))
  const believable = since.getTime() + job.reconcileSeconds * 1000
  job.screen.step('reconcile', 'Asking the shop which orders you have.')
  const number = entry.outcome?.kind === 'ordered' ? entry.outcome.number : null
  return lookForOrder(job.adapter, walk, { review: entry.review, since, believable, known, number })
}

/** Ends what a run before this one left behind its fence. Never clicks a button that buys. */
export async function reconcile(job: Visiting, entry: Entry): Promise<Outcome> {
  return visit(job, entry.cookies, async ({ walk }) => {
    walk.facts.title = entry.review.title
    showTicket(walk, entry.ticket)
    return close(job, entry, outcomeOf(await look(job, walk, entry), entry, nothing))
  })
}

/** What the shop says today of an order that the journal has. */
export async function lookAgain(job: Visiting, entry: Entry): Promise<Verdict> {
  return visit(job, [], ({ walk }) => look(job, walk, entry))
}

async function requireUnchanged(job: Job, walk: Walk, before: Review): Promise<Review> {
  const review = await job.adapter.review(walk)
  if (!review) throw handOver(walk, 'unknown-page', 'The page with the total went away.')
  const limit = limitFor(job, review.currency)
  if (limit) requireWithinLimit(walk, limit, review)
  if (review.total_minor !== before.total_minor || review.currency !== before.currency)
    throw handOver(walk, 'price', 'The total changed at the last moment.')
  return review
}

/** A process that slept may have lost its place at the shop, and another run of the same may have been there meanwhile. */
function requireAlone(job: Visiting): void {
  const now = job.journal.read(subjectOf(job))
  if (now?.at === job.known?.at && now?.state === job.known?.state) return
  const detail = 'Another run of the same has ordered, or is ordering, meanwhile; this one ordered nothing.'
  throw new Stopped({ kind: 'not-ordered', reason: 'refused', detail })
}

async function readConfirmation({ adapter }: Job, walk: Walk): Promise<Confirmation> {
  return adapter
    .confirm(walk)
    .catch((error: Error) => ({ kind: 'unclear' as const, detail: error.message.split('\n')[0] ?? '' }))
}

async function click(job: Job, walk: Walk, ready: number): Promise<void> {
  job.screen.step('submit', 'Ordering.')
  try {
    if (Date.now() - ready < CLICK_WITHIN_MS) await job.adapter.submit(walk)
  } catch (error) {
    job.screen.say(`The click that buys did not return: ${String(error).split('\n')[0]}`)
  }
}

/** How it ends when the shop has no order. */
function ifNoneAfter(said: Confirmation, { page, facts }: Walk): Outcome {
  if (said.kind === 'person') {
    const detail = `${said.detail} Nothing was clicked again. Look in your mail, then go on yourself.`
    return { kind: 'handover', reason: said.reason, resume_url: facts.resumeUrl ?? page.url(), detail }
  }
  if (said.kind !== 'refused') return nothing
  const reason = said.soldOut ? 'sold-out' : 'refused'
  return { kind: 'not-ordered', reason, detail: `The shop says: "${said.evidence}"` }
}

/** Where no order can be looked up, a server's own refusal is believed, and so is that a person is asked for. */
function believed(verdict: Verdict, said: Confirmation): Verdict {
  const isKnown = said.kind === 'person' || (said.kind === 'refused' && said.isFirm)
  return verdict.kind === 'unclear' && isKnown ? { kind: 'none' } : verdict
}

/**
 * Buys, once: reads the page again, raises the fence on disk, clicks, and reads from the shop what came of it.
 * @throws Stopped, Final or Retryable only while the fence is down
 */
export async function placeOrder(job: Visiting, { walk, cookies }: Visit, seen: Review): Promise<Outcome> {
  const review = await requireUnchanged(job, walk, seen)
  const session = await cookies()
  const isBack = await job.stay.resume(job.stopping)
  job.stopping.throwIfAborted()
  // Its click would be cut, and whether there is an order could not be asked either.
  if (!isBack) throw handOver(walk, 'policy', 'The shop asks for more patience than a checkout has.')
  requireAlone(job)
  const ready = Date.now()
  const at = new Date(ready).toISOString()
  const base = { origin: job.url.origin, at, review, outcome: null, told: false }
  const entry: Entry = { ...base, state: 'submitting', cookies: session, ticket: ticketOf(walk) }
  job.journal.write(subjectOf(job), entry)
  job.stay.nowOrNever()
  await click(job, walk, ready)
  const confirmation = await readConfirmation(job, walk)
  if (confirmation.kind === 'ordered')
    return close(job, entry, ordered(review, confirmation.number, confirmation.evidence))
  const ifNone = ifNoneAfter(confirmation, walk)
  const verdict = await look(job, walk, entry)
  return close(job, entry, outcomeOf(believed(verdict, confirmation), entry, ifNone))
}
