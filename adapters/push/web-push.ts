import webPush from 'web-push'
import type { Subscription } from '../../core/channel/shape.ts'
import { isUrgent } from '../../core/notify/wants.ts'
import { momentOf, wordsOf } from '../../core/notify/words.ts'
import type { VapidKeys } from '../keys/vapid.ts'
import type { Outgoing, PushRequest } from './request.ts'

/** How long a push service keeps a message for a browser that is off, in seconds. What waits for its member is over sooner. */
const [TTL, URGENT_TTL] = [86_400, 600]
/** A push service takes 4,096 bytes (RFC 8030, 7.2), of which encryption needs 103. */
const MOST_CHARACTERS = 900

/** What the service worker reads (app/ui/push/sw.js). */
function payloadOf({ message, now }: Outgoing): string {
  const { title, body, path } = wordsOf(message)
  return JSON.stringify({
    id: message.id,
    title,
    body: body.slice(0, MOST_CHARACTERS),
    path,
    at: momentOf(message),
    sent_at: now.toISOString(),
  })
}

type Identity = {
  keys: VapidKeys /** Whom a push service may write to: mailto: or https: */
  subject: string
}

/**
 * A message to a browser: encrypted to it alone (RFC 8291), signed for its push service (RFC 8292). Its topic makes a
 * repetition take the place of what is not shown yet.
 */
export function webPushRequest(
  { endpoint, keys }: Subscription,
  outgoing: Outgoing,
  identity: Identity,
): PushRequest {
  const urgent = outgoing.message.alerts.some(isUrgent)
  const { headers, body } = webPush.generateRequestDetails({ endpoint, keys }, payloadOf(outgoing), {
    vapidDetails: { subject: identity.subject, ...identity.keys },
    TTL: urgent ? URGENT_TTL : TTL,
    // What waited for its hour may wait for the next time the phone is woken, too.
    urgency: outgoing.message.alerts.length > 1 ? 'normal' : 'high',
    topic: outgoing.message.id.replaceAll('-', ''),
  })
  const texts = Object.entries(headers).map(([name, value]) => [name.toLowerCase(), String(value)])
  return { url: endpoint, headers: Object.fromEntries(texts), body: body ?? Buffer.alloc(0) }
}
