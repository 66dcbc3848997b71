import type { Address } from '../../core/channel/shape.ts'
import { isSnpdError } from '../../core/errors.ts'
import type { Message } from '../../core/notify/message.ts'
import { judge, type Outcome } from '../../core/notify/outcome.ts'
import { type GuardedFetch, type GuardOptions, openGuard } from '../fetch/guarded.ts'
import { openVapidKeys, type VapidKeys } from '../keys/vapid.ts'
import { discordRequest } from './discord.ts'
import type { Outgoing, PushRequest } from './request.ts'
import { webPushRequest } from './web-push.ts'
import { webhookRequest } from './webhook.ts'

/** Sends one message to one address. Never throws: what went wrong is an outcome. */
export type Send = (address: Address, message: Message) => Promise<Outcome>

export type Sender = {
  send: Send
  /** What browsers subscribe with. */
  publicKey: () => string
}

export type SenderOptions = GuardOptions & {
  /** VAPID_KEYS */
  vapid: string
  /** VAPID_SUBJECT */
  subject: string
  /** Of our own site. */
  origin: string
  now?: () => Date
  /** A receiver that has not answered by then has not taken it. Less than a lease (db/deliveries/claim.ts). */
  timeoutMs?: number
}

/** What we read of an answer: Discord's retry_after stands at its beginning. */
const ANSWER_BYTES = 4_096

type Making = { keys: VapidKeys; subject: string }

function requestOf(address: Address, outgoing: Outgoing, identity: Making): PushRequest {
  if (address.kind === 'webhook') return webhookRequest(address, outgoing)
  if (address.kind === 'discord') return discordRequest(address, outgoing)
  return webPushRequest({ endpoint: address.endpoint, keys: address.keys }, outgoing, identity)
}

/** The sentences of adapters/fetch name no path; what else an error says may hold one. */
function failureOf(error: unknown): Outcome {
  if (isSnpdError(error)) return { kind: 'later', problem: error.message }
  return { kind: 'refused', problem: 'It could not be made ready to be sent.' }
}

type Posting = { fetch: GuardedFetch; timeoutMs: number }

async function post(
  { fetch, timeoutMs }: Posting,
  request: PushRequest,
  kind: Address['kind'],
): Promise<Outcome> {
  const limits = { maxBytes: ANSWER_BYTES, cut: true, timeoutMs }
  const { status, headers, body } = await fetch({ method: 'POST', ...request, ...limits })
  return judge(kind, { status, retryAfter: headers['retry-after'], body: body.toString('utf8') }, Date.now())
}

/**
 * The one way out for alerts. Addresses are ones that members gave: each is checked where it is dialled (adapters/fetch), and
 * no redirect of a POST is followed.
 * @throws Final `config.invalid`
 */
export function openSender({
  vapid,
  subject,
  origin,
  now,
  timeoutMs = 10_000,
  ...guard
}: SenderOptions): Sender {
  const keys = openVapidKeys(vapid)
  const posting = { fetch: openGuard(guard), timeoutMs }
  const send: Send = async (address, message) => {
    try {
      const outgoing = { message, now: now?.() ?? new Date(), origin }
      return await post(posting, requestOf(address, outgoing, { keys: keys(), subject }), address.kind)
    } catch (error) {
      return failureOf(error)
    }
  }
  return { send, publicKey: () => keys().publicKey }
}
