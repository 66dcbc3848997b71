import { createHmac, randomBytes } from 'node:crypto'
import { wordsOf } from '../../core/notify/words.ts'
import type { Outgoing, PushRequest } from './request.ts'

const PREFIX = 'whsec_'

/** A new secret of a webhook: 32 random bytes, written as Standard Webhooks does. */
export function newWebhookSecret(): string {
  return PREFIX + randomBytes(32).toString('base64')
}

/** What stands in `webhook-signature` (Standard Webhooks 1.0): HMAC-SHA256 over id, timestamp and body as they are sent. */
function signatureOf(secret: string, signed: { id: string; timestamp: string; body: string }): string {
  const key = Buffer.from(secret.slice(PREFIX.length), 'base64')
  const text = `${signed.id}.${signed.timestamp}.${signed.body}`
  return `v1,${createHmac('sha256', key).update(text).digest('base64')}`
}

/** `alert.restock`, `alert.digest` of several, `alert.test` of none. */
function typeOf({ message: { alerts } }: Outgoing): string {
  const [first, second] = alerts
  if (!first) return 'alert.test'
  return second ? 'alert.digest' : `alert.${first.kind}`
}

function bodyOf(outgoing: Outgoing): string {
  const { message, now, origin } = outgoing
  const { title, body, path } = wordsOf(message)
  return JSON.stringify({
    type: typeOf(outgoing),
    timestamp: now.toISOString(),
    data: { title, body, url: origin + path, alerts: message.alerts },
  })
}

/** A signed message to a webhook. A repetition has the same `webhook-id`; its timestamp and signature are its own. */
export function webhookRequest(to: { url: string; secret: string }, outgoing: Outgoing): PushRequest {
  const body = bodyOf(outgoing)
  const { id } = outgoing.message
  const timestamp = String(Math.floor(outgoing.now.getTime() / 1000))
  return {
    url: to.url,
    headers: {
      'content-type': 'application/json',
      'webhook-id': id,
      'webhook-timestamp': timestamp,
      'webhook-signature': signatureOf(to.secret, { id, timestamp, body }),
    },
    body,
  }
}
