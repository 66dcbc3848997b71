import { writtenTotals } from '../../../../core/checkout/reconcile.ts'
import type { Review } from '../../../../core/checkout/shape.ts'
import { type Confirmation, handOver, type Lookup, pageTrouble, type Walk } from '../../adapter.ts'
import { add } from '../add.ts'
import { choose } from '../choose.ts'
import { completeCheckout, getCheckout, updateCheckout } from './client.ts'
import { addsUp, judgeCheckout } from './judge.ts'
import { leaveUcp } from './open.ts'
import { paymentFor } from './pay.ts'
import type { Checkout, UcpSession } from './shape.ts'
import { nextUpdate } from './update.ts'

const MAX_UPDATES = 5
/** How long a shop may work on an order. Milliseconds. */
const ANSWER_MS = 20_000
const POLL_MS = 100

/** The protocol got no further and the shop's pages may: the same pair, once more, from the product page. */
async function goByPage(walk: Walk, why: string): Promise<string> {
  await leaveUcp(walk)
  const chosen = await choose(walk)
  return `${why} Going on by its pages. ${chosen} ${await add(walk)}`
}

/** Tells the shop who buys, where to, and which delivery, until it knows, or until nothing is left to say. */
export async function fillByUcp(walk: Walk, session: UcpSession): Promise<string | null> {
  const told: string[] = []
  while (session.checkout && told.length < MAX_UPDATES) {
    const body = nextUpdate(walk, session.checkout)
    if (!body || JSON.stringify(body) === told.at(-1)) break
    told.push(JSON.stringify(body))
    if (!(await updateCheckout(walk, session, body))) return goByPage(walk, "The shop's interface broke off.")
  }
  const how = `Told the shop's interface who buys and where to (${session.checkout?.status}).`
  return told.length > 0 ? how : null
}

function reviewOf(walk: Walk, { line_items: [line], currency, totals }: Checkout): Review {
  const lines = totals.map(({ type, display_text: label, amount }) => ({
    label: label ?? type,
    minor: amount,
  }))
  const total = totals.find(({ type }) => type === 'total')?.amount ?? 0
  const title = line?.item.title || walk.facts.title
  return { title, size: walk.size, quantity: line?.quantity ?? 0, total_minor: total, currency, lines }
}

/** What the shop will charge; null when its pages have to go on instead. @throws Stopped where the person is due */
export async function reviewByUcp(walk: Walk, session: UcpSession): Promise<Review | null> {
  const checkout = await getCheckout(walk, session)
  const verdict = checkout ? judgeCheckout(checkout) : undefined
  if (verdict?.kind === 'person') throw handOver(walk, verdict.reason, `The shop says: "${verdict.detail}"`)
  if (verdict?.kind === 'missing') throw handOver(walk, 'unknown-page', `The shop says: "${verdict.detail}"`)
  if (!checkout || verdict?.kind === 'over' || paymentFor(walk, checkout, session).kind === 'unpayable') {
    await goByPage(walk, 'The shop takes this order only on its pages.')
    return null
  }
  const review = reviewOf(walk, checkout)
  if (checkout.line_items.length !== 1 || review.quantity !== 1)
    throw handOver(walk, 'review', "The shop's checkout holds something else than one pair.")
  if (!addsUp(checkout)) throw handOver(walk, 'price', 'The amounts of the shop do not add up to its total.')
  return review
}

/** Places the order. Only ever called behind the fence. */
export async function submitByUcp(walk: Walk, session: UcpSession): Promise<void> {
  const payment = session.checkout ? paymentFor(walk, session.checkout, session) : undefined
  if (!payment || payment.kind === 'unpayable')
    throw pageTrouble('The checkout can no longer be paid this way.')
  await completeCheckout(walk, session, payment.kind === 'instrument' ? payment.body : {})
}

const numberOf = ({ order }: Checkout) => order?.label ?? order?.id ?? null

function endOf(checkout: Checkout | undefined): Confirmation {
  if (!checkout) return { kind: 'unclear', detail: "The shop's checkout interface does not answer." }
  const { status, order, messages } = checkout
  const said = messages.flatMap(({ type, content, code }) =>
    type === 'error' ? (content ?? code ?? '') : [],
  )
  if (status === 'completed' && order) {
    const link = order.permalink_url ? ` (${order.permalink_url})` : ''
    return {
      kind: 'ordered',
      number: numberOf(checkout),
      evidence: `completed: order ${numberOf(checkout)}${link}`,
    }
  }
  if (status === 'complete_in_progress' || status === 'completed')
    return { kind: 'unclear', detail: `The shop says ${status} and names no order.` }
  const verdict = judgeCheckout(checkout)
  if (verdict.kind === 'person') {
    const reason = verdict.reason === 'challenge' ? 'challenge' : 'payment'
    return { kind: 'person', reason, detail: `The shop says: "${verdict.detail}"` }
  }
  const soldOut = messages.some(({ code }) => code === 'out_of_stock')
  // Its answer to the order may still be on its way: only the session's own word, later, is firm.
  return { kind: 'refused', soldOut, isFirm: false, evidence: said.join(' ') || status }
}

/** Asks the shop what became of the session, until it says. */
export async function confirmByUcp(walk: Walk, session: UcpSession): Promise<Confirmation> {
  // Why it did not take the order stands in its answer to it, and nowhere later.
  const answered = session.checkout?.messages ?? []
  for (const limit = Date.now() + ANSWER_MS; ; ) {
    const now = await getCheckout(walk, session)
    const end = endOf(now?.messages.length === 0 ? { ...now, messages: answered } : now)
    if (end.kind !== 'unclear' || Date.now() > limit) return end
    await walk.page.waitForTimeout(POLL_MS)
  }
}

/** The session itself says whether it became an order. Undefined: it does not answer, and the pages are asked. */
export async function reconcileByUcp(walk: Walk, session: UcpSession): Promise<Lookup | undefined> {
  const checkout = await getCheckout(walk, session)
  if (!checkout) return undefined
  const end = endOf(checkout)
  if (end.kind === 'unclear') return { kind: 'unreadable', detail: end.detail }
  if (end.kind === 'refused' || end.kind === 'person')
    return { kind: 'none', evidence: `checkout ${checkout.status}` }
  const { title, total_minor, currency } = reviewOf(walk, checkout)
  const number = end.number ?? checkout.id
  const text = `Order ${number} ${walk.facts.title || title} ${writtenTotals(total_minor, currency)[0]}. ${end.evidence}`
  return { kind: 'listed', orders: [{ number, text, placedAt: null }], evidence: end.evidence }
}
