import { parseRetryAfter } from '../../../../core/checkout/retry-after.ts'
import { uuidv7 } from '../../../../core/id.ts'
import type { Walk } from '../../adapter.ts'
import { waitFor } from '../../manners.ts'
import { type Checkout, checkoutShape, type UcpSession } from './shape.ts'

const TIMEOUT_MS = 15_000
const TRIES = 3
/** The protocol wants an address of who asks. SNPD runs on machines that nobody can reach; RFC 2606 keeps this name for such. */
const AGENT = 'profile="https://snpd.invalid/.well-known/ucp"'

export type UcpCall = { method: 'GET' | 'POST' | 'PUT'; url: string; body?: unknown; key?: string }
export type UcpReply = { status: number; json: unknown }

/** One request through the walk's fence, without the page. Status 0: nothing came back. */
async function send({ page }: Walk, { method, url, body, key }: UcpCall) {
  const headers = { 'ucp-agent': AGENT, 'request-id': uuidv7(), 'idempotency-key': key ?? uuidv7() }
  const data = body === undefined ? {} : { data: body }
  return page
    .context()
    .request.fetch(url, {
      method,
      ...data,
      headers,
      timeout: TIMEOUT_MS,
      maxRedirects: 0,
      failOnStatusCode: false,
    })
    .catch(() => undefined)
}

/** Once, whatever comes of it: for what may buy. */
export async function callOnce(walk: Walk, call: UcpCall): Promise<UcpReply> {
  const answer = await send(walk, call)
  const json: unknown = await answer?.json().catch(() => undefined)
  return { status: answer?.status() ?? 0, json }
}

/** Again when the shop asks to come back later, and then when it says. @throws Stopped handover `policy` */
export async function call(walk: Walk, asked: UcpCall): Promise<UcpReply> {
  const steady = { ...asked, key: asked.key ?? uuidv7() }
  for (let tries = 1; ; tries++) {
    const answer = await send(walk, steady)
    const status = answer?.status() ?? 0
    const json: unknown = await answer?.json().catch(() => undefined)
    if ((status !== 429 && status !== 503) || tries === TRIES) return { status, json }
    const retryAfterMs = parseRetryAfter(answer?.headers()['retry-after'], Date.now())
    await waitFor(walk, { status, retryAfterMs, isPage: true }, tries)
  }
}

const addressOf = ({ profile, checkout }: UcpSession, rest = '') =>
  `${profile.endpoint}/checkout-sessions/${encodeURIComponent(checkout?.id ?? '')}${rest}`

/** The session in an answer, when it is the one that was asked for; kept as the latest word. */
export function keep(walk: Walk, session: UcpSession, { status, json }: UcpReply): Checkout | undefined {
  const parsed = status >= 200 && status < 300 ? checkoutShape.safeParse(json) : undefined
  if (!parsed?.success || (session.checkout && session.checkout.id !== parsed.data.id)) return undefined
  session.checkout = parsed.data
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
  if (session.checkout) await callOnce(walk, { method: 'POST', url: addressOf(session, '/cancel'), body: {} })
}
