import { randomUUID } from 'node:crypto'
import { expect, test } from 'vitest'
import type { Alert } from '../../core/alert/shape.ts'
import type { Message } from '../../core/notify/message.ts'
import { keysForTest } from '../../test/support/keys.ts'
import { isSigned, newBrowser, say, startReceiver, vapidClaims } from '../../test/support/receiver.ts'
import { openStreet, SHOP } from '../../test/support/street.ts'
import { openSender } from './send.ts'
import { newWebhookSecret } from './webhook.ts'

const SITE = 'https://snpd.example'
const now = new Date()

async function sender(loopback = true, timeoutMs = 1_000) {
  const { files } = await keysForTest()
  return openSender({
    vapid: files.vapid,
    subject: 'mailto:ops@snpd.example',
    origin: SITE,
    loopback,
    timeoutMs,
  })
}

function restock(change: Partial<Extract<Alert, { kind: 'restock' }>> = {}): Alert {
  return {
    ...{ seq: 1, id: randomUUID(), written_at: now.toISOString(), kind: 'restock', restock_id: randomUUID() },
    sneaker: {
      ...{ id: randomUUID(), style_code: 'M-84', brand: 'Marlow', name: 'Court 84', colorway: 'Chalk' },
      ...{ retail_minor: 11_000, currency: 'USD' },
    },
    store: {
      ...{ id: randomUUID(), slug: 'corner', name: 'Corner', city: 'Oakland', state: 'CA' },
      ...{ latitude: 37.8, longitude: -122.27 },
    },
    ...{
      place: null,
      size: '9.5',
      state: 'in',
      price_minor: 11_000,
      currency: 'USD',
      source: 'monitor',
      confidence: 0.9,
    },
    ...{ asked_at: null, seen_at: now.toISOString() },
    ...change,
  }
}

const messageOf = (...alerts: Alert[]): Message => ({ id: alerts[0]?.id ?? randomUUID(), alerts })

test('a push message can be read by its browser alone, and its service knows who sent it', async () => {
  const service = await startReceiver()
  const { send, publicKey } = await sender()
  const browser = newBrowser(`${service.origin}/push/secret-path`)
  const message = messageOf(restock())
  expect(await send({ kind: 'web-push', ...browser.subscription }, message)).toEqual({ kind: 'sent' })
  const [{ headers, body } = { headers: {}, body: Buffer.alloc(0) }] = service.received
  expect(JSON.parse(browser.decrypt(body))).toEqual({
    id: message.id,
    title: 'Marlow Court 84, size 9.5',
    body: 'Corner · $110.00',
    path: expect.stringMatching(/^\/restocks\?restock=[\w-]{36}$/),
    at: now.toISOString(),
    sent_at: expect.any(String),
  })
  expect(headers).toMatchObject({
    'content-encoding': 'aes128gcm',
    ttl: '86400',
    urgency: 'high',
    topic: message.id.replaceAll('-', ''),
  })
  const { key, claims } = vapidClaims(headers.authorization ?? '')
  expect(key).toBe(publicKey())
  expect(claims).toMatchObject({ aud: service.origin, sub: 'mailto:ops@snpd.example' })
  expect(() => newBrowser(service.origin).decrypt(body)).toThrow()
})

test('a digest of a hundred still fits into a push message', async () => {
  const service = await startReceiver()
  const { send } = await sender()
  const browser = newBrowser(`${service.origin}/p`)
  const long = (text: string) => text.padEnd(400, '鞋')
  const { sneaker } = restock() as Extract<Alert, { kind: 'restock' }>
  const alerts = Array.from({ length: 100 }, () => restock({ sneaker: { ...sneaker, name: long('Court') } }))
  await send({ kind: 'web-push', ...browser.subscription }, messageOf(...alerts))
  const body = service.received[0]?.body ?? Buffer.alloc(0)
  expect(body.length).toBeLessThanOrEqual(4_096)
  expect(JSON.parse(browser.decrypt(body))).toMatchObject({ title: '100 alerts' })
})

test('a webhook is signed after Standard Webhooks; a repetition has the same id', async () => {
  const receiver = await startReceiver()
  const { send } = await sender()
  const secret = newWebhookSecret()
  const [one, message] = [restock(), messageOf(restock(), restock())]
  const to = { kind: 'webhook' as const, url: `${receiver.origin}/hook/secret-path`, secret }
  for (const each of [messageOf(one), message, message, messageOf()]) await send(to, each)
  expect(receiver.received.map((received) => isSigned(secret, received))).toEqual([true, true, true, true])
  const [first, second, third] = receiver.received
  if (!first || !second) throw new Error('nothing arrived')
  expect(isSigned(newWebhookSecret(), first)).toBe(false)
  expect(isSigned(secret, { ...first, body: Buffer.concat([first.body, Buffer.from(' ')]) })).toBe(false)
  expect(first.headers['webhook-id']).toBe(one.id)
  expect(third?.headers['webhook-id']).toBe(second.headers['webhook-id'])
  const bodies = receiver.received.map(({ body }) => JSON.parse(body.toString()))
  expect(bodies.map(({ type }) => type)).toEqual([
    'alert.restock',
    'alert.digest',
    'alert.digest',
    'alert.test',
  ])
  expect(bodies[0].data).toMatchObject({
    alerts: [one],
    url: expect.stringContaining(`${SITE}/restocks?restock=${one.kind === 'restock' && one.restock_id}`),
  })
})

test('a Discord channel gets an embed that mentions nobody, whatever a shop is called', async () => {
  const receiver = await startReceiver()
  const { send } = await sender()
  const { store } = restock() as Extract<Alert, { kind: 'restock' }>
  const evil = restock({ store: { ...store, name: '@everyone <@&1> [free](https://evil.example) **x**' } })
  await send({ kind: 'discord', url: `${receiver.origin}/api/webhooks/1/t` }, messageOf(evil))
  const said = JSON.parse(receiver.received[0]?.body.toString() ?? '')
  expect(said).toMatchObject({ content: '', allowed_mentions: { parse: [] } })
  expect(said.embeds[0].description).toContain(
    '\\@everyone \\<\\@&1\\> \\[free\\]\\(https\\://evil.example\\)',
  )
  expect(said.embeds[0]).toMatchObject({ title: 'Marlow Court 84, size 9.5', timestamp: now.toISOString() })
  expect(said.embeds[0].footer.text).toMatch(/^sent \d+ s after it was seen$/)
})

test.each([
  [410, {}, { kind: 'gone' }],
  [404, {}, { kind: 'gone' }],
  [413, {}, { kind: 'refused' }],
  [429, { 'retry-after': '7' }, { kind: 'slower', afterMs: 7_000 }],
  [503, { 'retry-after': '99999999' }, { kind: 'slower', afterMs: 3_600_000 }],
  [500, {}, { kind: 'later' }],
])('a push service that answers %i', async (status, headers, outcome) => {
  const service = await startReceiver(say(status, headers))
  const { send } = await sender()
  const browser = newBrowser(`${service.origin}/p`)
  expect(await send({ kind: 'web-push', ...browser.subscription }, messageOf())).toMatchObject(outcome)
})

test("Discord's pause is the one in its JSON; a webhook of it that was deleted is gone", async () => {
  const text = '{"message": "You are being rate limited.", "retry_after": 0.65, "global": false}'
  const receiver = await startReceiver(say(429, { 'retry-after': '1' }, text))
  const { send } = await sender()
  const to = { kind: 'discord' as const, url: `${receiver.origin}/x` }
  expect(await send(to, messageOf())).toMatchObject({ kind: 'slower', afterMs: 650 })
  receiver.answerWith(say(404))
  expect(await send(to, messageOf())).toMatchObject({ kind: 'gone' })
})

test('one that hangs, hangs up, answers without an end or leads elsewhere is tried later, and nothing of its address told', async () => {
  const inside = await startReceiver()
  const receiver = await startReceiver()
  const { send } = await sender()
  const to = { kind: 'webhook' as const, url: `${receiver.origin}/secret-path`, secret: newWebhookSecret() }
  const misfortunes = [
    () => undefined,
    say(302, { location: `${inside.origin}/inside` }),
    say(307, { location: 'http://169.254.169.254/latest' }),
    (_: unknown, response: { destroy: () => unknown }) => void response.destroy(),
  ]
  for (const misfortune of misfortunes) {
    receiver.answerWith(misfortune)
    const outcome = await send(to, messageOf())
    expect(outcome.kind).toBe('later')
    expect(JSON.stringify(outcome)).not.toMatch(/secret-path|127\.0\.0\.1|169\.254/)
  }
  expect(inside.received).toEqual([])
})

test('a long answer is cut off, and what it says first counts', async () => {
  const receiver = await startReceiver((_, response) => {
    response.writeHead(200)
    const timer = setInterval(() => response.write(Buffer.alloc(65_536)), 1)
    response.once('close', () => clearInterval(timer))
  })
  const { send } = await sender()
  const to = { kind: 'webhook' as const, url: receiver.origin, secret: newWebhookSecret() }
  expect(await send(to, messageOf())).toEqual({ kind: 'sent' })
})

test('outside of the demo no address of a network of its own is dialled, whatever its name says', async () => {
  const receiver = await startReceiver()
  const { files } = await keysForTest()
  const port = Number(new URL(receiver.origin).port)
  const street = await openStreet(
    { 'hook.example': [['10.0.0.7']], 'good.example': [[SHOP]] },
    { [SHOP]: port },
  )
  const { send } = openSender({
    ...{ vapid: files.vapid, subject: 'mailto:o@snpd.example', origin: SITE, loopback: false },
    ...street.ways,
  })
  const to = (url: string) => ({ kind: 'webhook' as const, url, secret: newWebhookSecret() })
  for (const url of ['http://hook.example/', receiver.origin, 'http://[::1]/', 'http://localhost/'])
    expect(await send(to(url), messageOf())).toMatchObject({ kind: 'later' })
  expect(street.dialled).toEqual([])
  expect(await send(to('http://good.example/'), messageOf())).toEqual({ kind: 'sent' })
})
