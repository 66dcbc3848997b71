import type { PushInput, Subscription } from '../../../core/channel/shape.ts'
import { browserGet, request } from '../api/request.ts'
import { fill } from '../messages/fill.ts'
import { words } from '../messages/push/subscribe.ts'

const WORKER = '/sw.js'

/** "Firefox on Linux", as far as a user agent tells. */
function browserName(): string {
  const agent = navigator.userAgent
  const browser = /Edg\//.exec(agent)
    ? 'Edge'
    : (/(Firefox|Chrome|Safari)(?=\/)/.exec(agent)?.[1] ?? words.browser)
  const system = /(iPhone|iPad|Android|Windows|Mac OS|Linux)/.exec(agent)?.[1]
  return system ? fill(words.on, { browser, system }) : browser
}

const bytesOf = (base64url: string) =>
  Uint8Array.from(atob(base64url.replaceAll('-', '+').replaceAll('_', '/')), (char) => char.charCodeAt(0))

function isOfKey(subscription: PushSubscription, key: Uint8Array): boolean {
  const had = subscription.options.applicationServerKey
  if (!had) return true
  const bytes = new Uint8Array(had)
  return bytes.length === key.length && bytes.every((byte, at) => byte === key[at])
}

async function register(subscription: PushSubscription): Promise<void> {
  const { endpoint, keys } = subscription.toJSON() as Subscription
  const { p256dh, auth } = keys
  const body: PushInput = { endpoint, keys: { p256dh, auth }, label: browserName() }
  await request({ path: '/me/push', shape: 'channel', method: 'POST', body })
}

/** This browser's subscription, when it has one. */
export async function currentSubscription(): Promise<PushSubscription | null> {
  const registration = await navigator.serviceWorker.getRegistration('/')
  return (await registration?.pushManager.getSubscription()) ?? null
}

/**
 * Subscribes this browser and makes it one of the member's channels. What was subscribed with another key is given up:
 * its push service would take nothing from us.
 * @throws whatever the browser says when it has no push service; Problem of the API
 */
export async function subscribe(): Promise<void> {
  const { public_key } = await browserGet('/push/key', 'pushKey')
  const applicationServerKey = bytesOf(public_key)
  await navigator.serviceWorker.register(WORKER)
  const { pushManager } = await navigator.serviceWorker.ready
  const before = await pushManager.getSubscription()
  if (before && !isOfKey(before, applicationServerKey)) await before.unsubscribe()
  await register(await pushManager.subscribe({ userVisibleOnly: true, applicationServerKey }))
}

/** Ends it in this browser; the push service then answers 410, and the channel goes with the next message. */
export async function unsubscribe(): Promise<void> {
  const subscription = await currentSubscription()
  await subscription?.unsubscribe()
}
