import { parseRetryAfter, saidAt } from '../../../../core/checkout/retry-after.ts'
import { uuidv7 } from '../../../../core/id.ts'
import type { Walk } from '../../adapter.ts'
import { waitFor } from '../../manners.ts'
import { type Checkout, checkoutShape, type UcpSession } from './shape.ts'

const TIMEOUT_MS = 15_000
const TRIES = 3
/** The protocol wants an address of who asks. SNPD runs on machines that nobody can reach; RFC 2606 keeps this name for such. */
const AGENT = 'profile="https://snpd.invalid/.well-known/ucp"'

export type UcpCall = { method: 'GET' | 'POST' | 'PUT'; url: string; body?: unknown; key?: string }
export type UcpReply = {
  /** 0 when nothing came back. */
  status: number
  json: unknown
  /** Null: the shop names no time. */
  retryAfterMs: number | null
}

/** One request through the walk's fence, without the page, once: for what may buy. */
export async function callOnce(walk: Walk, { method, url, body, key }: UcpCall): Promise<UcpReply> {
  await walk.stay?.pass()
  const headers = { 'ucp-agent': AGENT, 'request-id': uuidv7(), 'idempotency-key': key ?? uuidv7() }
  const data = body === undefined ? {} : { data: body }
  const answer = await walk.page
    .context()
    .request.fetch(url, { method, ...data, headers, timeout: TIMEOUT_MS, maxRedirects: 0 })
    .catch(() => undefined)
  const json: unknown = await answer?.json().catch(() => undefined)
  const said = answer?.headers()
  const retryAfterMs = parseRetryAfter(said?.['retry-after'], saidAt(said?.date, Date.now()))
  const status = answer?.status() ?? 0
  if (status === 429 || status === 503) await walk.stay?.pushback({ status, retryAfterMs })
  return { status, json, retryAfterMs }
}

/** Again when the shop asks to come back later, and then when it says. @throws Stopped handover `policy` */
export async function call(walk: Walk, asked: UcpCall): Promise<UcpReply> {
  const steady = { ...asked, key: asked.key ?? uuidv7() }
  for (let tries = 1; ; tries++) {
    const reply = await callOnce(walk, steady)
    if ((reply.status !== 429 && reply.status !== 503) || tries === TRIES) return reply
    await waitFor(walk, { ...reply, isPage: true }, tries)
  }
}

const addressOf = ({ profile, id }: UcpSession, rest = '') =>
  `${profile.endpoint}/checkout-sessions/${encodeURIComponent(id)}${rest}`

/** The session in an answer, when it is the one that was asked for; kept as the latest word. */
export function keep(
  walk: Walk,
  session: UcpSession,
  { status, json }: Pick<UcpReply, 'status' | 'json'>,
): Checkout | undefined {
  const parsed = status >= 200 && status < 300 ? checkoutShape.safeParse(json) : undefined
  if (!parsed?.success || (session.id && session.id !== parsed.data.id)) return undefined
  session.checkout = parsed.data
  session.id = parsed.data.id
  const link = parsed.data.continue_url
  if (link && URL.canParse(link) && /^https?:$/.test(new URL(link).protocol)) walk.facts.resumeUrl = link
  return parsed.data
}

export async function createCheckout(walk: Walk, session: UcpSession): Promise<Checkout | undefined> {
  const body = { line_items: [{ item: { id: session.item }, quantity: 1 }] }
  const url = `${session.profile.endpoint}/checkout-sessions`
  return keep(walk, session, await call(walk, { method: 'POST', url, body }))
}

export async function getCheckout(walk: Walk, session: UcpSession): Promise<Checkout | undefined> {
  return keep(walk, session, await call(walk, { method: 'GET', url: addressOf(session) }))
}

export async function updateCheckout(
  walk: Walk,
  session: UcpSession,
  body: object,
): Promise<Checkout | undefined> {
  return keep(walk, session, await call(walk, { method: 'PUT', url: addressOf(session), body }))
}

/** Places the order. Only ever called behind the fence, and never a second time. */
export async function completeCheckout(walk: Walk, session: UcpSession, body: object): Promise<void> {
  const url = addressOf(session, '/complete')
  keep(walk, session, await callOnce(walk, { method: 'POST', url, body, key: session.key }))
}

/** Lets go of a session that nobody will complete; what comes of it does not matter. */
export async function cancelCheckout(walk: Walk, session: UcpSession): Promise<void> {
  if (session.id) await callOnce(walk, { method: 'POST', url: addressOf(session, '/cancel'), body: {} })
}
