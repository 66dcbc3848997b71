import { afterAll, beforeAll, expect, test } from 'vitest'
import { shippedFeatures } from '../../core/feature/features.ts'
import { ask, problemOf, register } from '../../test/support/http.ts'
import { addCatalog } from '../../test/support/members.ts'
import { isSigned, newBrowser, say, startReceiver, subscriptionOf } from '../../test/support/receiver.ts'
import { startTestWeb, type TestWeb } from '../../test/support/web.ts'

let web: TestWeb
beforeAll(async () => {
  web = await startTestWeb()
})
afterAll(() => web.close())

const api = (path: string) => `${web.origin}/api${path}`
type Listed = { items: Record<string, unknown>[] }
const list = async (token: string, what: 'channels' | 'follows'): Promise<Listed['items']> =>
  ((await (await ask(api(`/me/${what}`), { token })).json()) as Listed).items

async function addWebhook(token: string, url: string) {
  const made = await ask(api('/me/channels'), { token, body: { kind: 'webhook', url, label: 'Home' } })
  expect(made.status).toBe(201)
  return (await made.json()) as { channel: { id: string }; secret: string }
}

const tryOut = async (token: string, id: string) =>
  (await ask(api(`/me/channels/${id}/test`), { token, method: 'POST' })).json()

test("a webhook's secret is shown once and its address never; the test alert is signed with it", async () => {
  const { token } = await register(web.origin, 'hooked')
  const hook = await startReceiver()
  const { channel, secret } = await addWebhook(token, `${hook.origin}/secret-path?key=1`)
  const shown = { ...{ kind: 'webhook', label: 'Home', problem: null, ended: false }, sent_at: null }
  expect(channel).toMatchObject({ ...shown, host: new URL(hook.origin).host })
  expect(JSON.stringify([channel, await list(token, 'channels')])).not.toMatch(/secret-path|whsec/)
  expect(await tryOut(token, channel.id)).toMatchObject({ arrived: true, channel: { problem: null } })
  expect([hook.received.length, hook.received[0] && isSigned(secret, hook.received[0])]).toEqual([1, true])
  const texts = await web.db.app<{ text: string }[]>`select c::text as text from app.channel c`
  expect(JSON.stringify(texts)).not.toMatch(/secret-path|whsec/)
  expect(JSON.stringify(texts)).not.toContain(Buffer.from('secret-path').toString('hex'))
})

test('a test that does not arrive says why, in words', async () => {
  const { token } = await register(web.origin, 'failing')
  const hook = await startReceiver(say(500))
  const { channel } = await addWebhook(token, `${hook.origin}/secret-path`)
  const problem = 'It answered 500.'
  expect(await tryOut(token, channel.id)).toMatchObject({
    arrived: false,
    message: problem,
    channel: { problem },
  })
  hook.answerWith(say(410))
  expect(await tryOut(token, channel.id)).toMatchObject({ arrived: false, channel: { ended: true } })
  hook.answerWith(say(204))
  expect(await tryOut(token, channel.id)).toMatchObject({
    arrived: true,
    channel: { ended: false, problem: null },
  })
})

test('a browser registers as often as it likes and is one channel; a new subscription takes the place of the old', async () => {
  const { token } = await register(web.origin, 'pushed')
  const service = await startReceiver()
  const [first, second] = [newBrowser(`${service.origin}/one`), newBrowser(`${service.origin}/two`)]
  const send = (body: object) => ask(api('/me/push'), { token, body })
  const { id } = (await (await send({ ...first.subscription, label: 'Firefox' })).json()) as { id: string }
  expect(await (await send(first.subscription)).json()).toMatchObject({ id })
  const exchanged = { ...second.subscription, replaces: first.subscription.endpoint }
  expect(await (await send(exchanged)).json()).toMatchObject({ id, kind: 'web-push' })
  expect(await list(token, 'channels')).toHaveLength(1)
  expect(await tryOut(token, id)).toMatchObject({ arrived: true })
  const [received] = service.received
  expect(JSON.parse(second.decrypt(received?.body ?? Buffer.alloc(0)))).toMatchObject({ title: 'SNPD' })
  service.answerWith(say(410))
  expect(await tryOut(token, id)).toMatchObject({ arrived: false, channel: null })
  expect(await list(token, 'channels')).toEqual([])
})

test('a browser has one member: who signs in there after has its alerts, the one before has not', async () => {
  const [ann, ben] = [await register(web.origin, 'shared_ann'), await register(web.origin, 'shared_ben')]
  const body = subscriptionOf('https://push.example/shared')
  for (const { token } of [ann, ben]) expect((await ask(api('/me/push'), { token, body })).status).toBe(200)
  expect([await list(ann.token, 'channels'), (await list(ben.token, 'channels')).length]).toEqual([[], 1])
})

test.each([
  ['inside a network', 'http://192.168.1.1/hook', 'url.refused'],
  ['metadata of a cloud', 'http://169.254.169.254/latest', 'url.refused'],
  ['with a password', 'https://me:pass@hooks.example/', 'url.refused'],
  ['no address', 'hooks.example', 'url.refused'],
  ['a port of its own', 'https://hooks.example:8443/', 'url.refused'],
])('an address %s is refused', async (name, url, code) => {
  const { token } = await register(web.origin, `no_${name.replace(/\W/g, '')}`)
  const body = { kind: 'discord', url, label: 'x' }
  expect(await problemOf(await ask(api('/me/channels'), { token, body }))).toMatchObject({
    status: 422,
    code,
  })
  expect(await list(token, 'channels')).toEqual([])
})

test("a webhook of Discord's is none of a card's numbers, whatever its number", async () => {
  const { token } = await register(web.origin, 'snowflake')
  // Passes Luhn's rule.
  const url = `https://discord.com/api/webhooks/411111111111111118/${'aB3-_'.repeat(13)}`
  const made = await ask(api('/me/channels'), { token, body: { kind: 'discord', url, label: 'crew' } })
  expect(made.status).toBe(201)
})

test('what is followed is listed, once each, and of another member not at all', async () => {
  const [ann, ben] = [await register(web.origin, 'fan_ann'), await register(web.origin, 'fan_ben')]
  const { sneakerId: sneaker_id } = await addCatalog(web.db.app)
  const cells = ['8528308bfffffff', '85283083fffffff']
  const follow = (token: string, body: object) => ask(api('/me/follows'), { token, body })
  const first = (await (await follow(ann.token, { sneaker_id, cells })).json()) as { id: string }
  expect(await (await follow(ann.token, { sneaker_id, cells: [...cells].reverse() })).json()).toEqual(first)
  expect((await follow(ann.token, { size: '10' })).status).toBe(201)
  expect([(await list(ann.token, 'follows')).length, await list(ben.token, 'follows')]).toEqual([2, []])
  const remove = (token: string) => ask(api(`/me/follows/${first.id}`), { token, method: 'DELETE' })
  expect([(await remove(ben.token)).status, (await remove(ann.token)).status]).toEqual([404, 204])
  expect(await problemOf(await follow(ann.token, {}))).toMatchObject({ status: 422 })
  const unknown = { sneaker_id: '01890000-0000-7000-8000-000000000000' }
  expect(await problemOf(await follow(ann.token, unknown))).toMatchObject({ code: 'catalog.unknown' })
})

test('a hundred things may be followed, and not one more', async () => {
  const { token, id } = await register(web.origin, 'greedy')
  await web.db.app`
    insert into app.follow (id, member_id, size)
    select gen_random_uuid(), ${id}, n::text from generate_series(1, ${shippedFeatures['app.follows'].shipped - 1}) n`
  const add = (size: string) => ask(api('/me/follows'), { token, body: { size } })
  const both = await Promise.all([add('a'), add('b')])
  expect(both.map(({ status }) => status).sort()).toEqual([201, 409])
})

test('the service worker is served as it is, for the whole site, and asked for anew', async () => {
  const answer = await fetch(`${web.origin}/sw.js`)
  expect(answer.headers.get('content-type')).toBe('text/javascript; charset=utf-8')
  expect(answer.headers.get('cache-control')).toBe('no-cache')
  expect(await answer.text()).toContain("addEventListener('push'")
  const key = (await (await ask(api('/push/key'))).json()) as { public_key: string }
  expect(Buffer.from(key.public_key, 'base64url')).toHaveLength(65)
})
