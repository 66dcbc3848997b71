import { expect, onTestFinished, test } from 'vitest'
import { announceAwards } from '../../db/awards/announce.ts'
import { claimDeliveries } from '../../db/deliveries/claim.ts'
import { fanOut } from '../../db/deliveries/fan-out.ts'
import { listDeadDeliveries } from '../../db/deliveries/list.ts'
import { readDeliveryLoad } from '../../db/deliveries/load.ts'
import { replayDeliveries } from '../../db/deliveries/replay.ts'
import { sayAlert } from '../../test/support/alerts.ts'
import { startChild } from '../../test/support/child.ts'
import { logged, notifyForTest, states, WEBHOOK_SECRET } from '../../test/support/notify.ts'
import { isSigned, newBrowser, say, startReceiver } from '../../test/support/receiver.ts'

const webhook = (url: string) => ({ kind: 'webhook' as const, url, secret: WEBHOOK_SECRET })
const idsOf = (received: { headers: Record<string, unknown> }[]) =>
  received.map(({ headers }) => String(headers['webhook-id']))

async function keepRunning({ start }: Pick<Awaited<ReturnType<typeof notifyForTest>>, 'start'>) {
  const running = start()
  onTestFinished(running.stop)
  return running
}

test('who follows hears of it on every channel, once; who does not, or wants other sizes, hears nothing', async () => {
  const world = await notifyForTest()
  const { app, ground, join } = world
  const [hook, service] = [await startReceiver(), await startReceiver()]
  const browser = newBrowser(`${service.origin}/ann`)
  await join('ann', {
    addresses: [webhook(`${hook.origin}/ann`), { kind: 'web-push', ...browser.subscription }],
  })
  await join('ben', { addresses: [webhook(`${hook.origin}/ben`)], follows: false })
  await join('cat', { addresses: [webhook(`${hook.origin}/cat`)], settings: { sizes: ['9'] } })
  await join('dan', { addresses: [webhook(`${hook.origin}/dan`)], settings: { restocks: false } })
  await keepRunning(world)
  await sayAlert(app, ground, { size: '10' })
  await sayAlert(app, ground, { size: '9' })
  await expect.poll(() => states(app)).toEqual({ sent: 5 })
  const paths = hook.received.map(({ path }) => path).sort()
  expect([paths, service.received.length]).toEqual([['/ann', '/ann', '/cat'], 2])
  expect(hook.received.every((received) => isSigned(WEBHOOK_SECRET, received))).toBe(true)
  const alerts = await app<{ id: string }[]>`select id from app.alert`
  expect(new Set(idsOf(hook.received))).toEqual(new Set(alerts.map(({ id }) => id)))
})

test('a process killed after it sent and before it wrote that down: the same webhook-id again, and nothing lost', async () => {
  const { app, appUrl, files, ground, join } = await notifyForTest()
  const hook = await startReceiver(() => undefined)
  await join('ann', { addresses: [webhook(`${hook.origin}/`)] })
  const env = { APP_DATABASE_URL: appUrl, VAULT_KEYS: files.vault, VAPID_KEYS: files.vapid }
  const first = await startChild('test/support/notify-worker.ts', env)
  await sayAlert(app, ground)
  await sayAlert(app, ground)
  await expect.poll(() => hook.received.length).toBe(1)
  await first.kill()
  hook.answerWith(say(204))
  // The time of its lease.
  await app`update app.channel set lease_until = now() - interval '1 second'`
  const second = await startChild('test/support/notify-worker.ts', env)
  onTestFinished(second.kill)
  await expect.poll(() => states(app)).toEqual({ sent: 2 })
  const [once, again, next] = idsOf(hook.received)
  expect([hook.received.length, again, next !== once]).toEqual([3, once, true])
  expect(await second.stop()).toBe(0)
})

test('two processes share what is to be sent: nothing twice, never two at once to one receiver, and all in order', async () => {
  const { app, appUrl, files, ground, join } = await notifyForTest()
  const hooks = await Promise.all(
    Array.from({ length: 4 }, async (_, nth) => {
      let open = 0
      let most = 0
      const hook = await startReceiver((_received, response) => {
        most = Math.max(most, ++open)
        setTimeout(() => {
          open--
          response.writeHead(200).end()
        }, 5)
      })
      await join(`member_${nth}`, { addresses: [webhook(`${hook.origin}/`)] })
      return { hook, most: () => most }
    }),
  )
  const env = { APP_DATABASE_URL: appUrl, VAULT_KEYS: files.vault, VAPID_KEYS: files.vapid }
  const children = await Promise.all([1, 2].map(() => startChild('test/support/notify-worker.ts', env)))
  for (const child of children) onTestFinished(child.kill)
  for (let nth = 0; nth < 12; nth++) await sayAlert(app, ground, { size: String(nth + 4) })
  await expect.poll(() => states(app)).toEqual({ sent: 48 })
  const alerts = await app<{ id: string }[]>`select id from app.alert order by seq`
  const inOrder = alerts.map(({ id }) => id)
  for (const { hook, most } of hooks) expect([idsOf(hook.received), most()]).toEqual([inOrder, 1])
})

test('what came in quiet hours comes after them, together; a second one goes along, nothing is lost', async () => {
  const world = await notifyForTest()
  const { app, ground, join } = world
  const hook = await startReceiver()
  const quiet = { from: '00:00', to: '00:00', time_zone: 'Europe/Berlin' }
  await join('ann', { addresses: [webhook(`${hook.origin}/`)], settings: { quiet } })
  for (const size of ['9', '10', '11']) await sayAlert(app, ground, { size })
  await fanOut(app, { now: new Date(), limit: 100 })
  expect(await claimDeliveries(app, { now: new Date(), limit: 9 })).toEqual([])
  await keepRunning(world)
  // The hours pass.
  await app`update app.delivery set due_at = now()`
  await app`update app.channel set next_at = now()`
  await expect.poll(() => states(app)).toEqual({ sent: 3 })
  expect(hook.received).toHaveLength(1)
  const { type, data } = JSON.parse(hook.received[0]?.body.toString() ?? '')
  expect([type, data.alerts.map(({ size }: { size: string }) => size)]).toEqual([
    'alert.digest',
    ['9', '10', '11'],
  ])
})

test('a receiver that fails is tried until its tries are used up; the dead letter is kept, and sent again when asked', async () => {
  const world = await notifyForTest()
  const { app, ground, join, start } = world
  const hook = await startReceiver(say(500))
  await join('ann', { addresses: [webhook(`${hook.origin}/secret-path`)] })
  await sayAlert(app, ground)
  const running = start()
  onTestFinished(running.stop)
  // Every rest is cut short.
  const hurry = async () => {
    await app`update app.channel set next_at = now() where next_at is not null`
    return states(app)
  }
  await expect.poll(hurry).toEqual({ dead: 1 })
  expect(new Set(idsOf(hook.received)).size).toBe(1)
  const [dead] = await listDeadDeliveries(app, 10)
  expect(dead).toMatchObject({
    kind: 'restock',
    channel: 'webhook',
    username: 'ann',
    problem: 'It answered 500.',
  })
  expect(JSON.stringify([dead, logged])).not.toContain('secret-path')
  expect(logged.length).toBeGreaterThan(0)
  expect(await readDeliveryLoad(app, new Date())).toMatchObject({
    dead: 1,
    waiting: 0,
    failing: 1,
    behind: 0,
  })
  hook.answerWith(say(200))
  const before = hook.received.length
  expect(await replayDeliveries(app, dead?.id ?? '', new Date())).toBe(1)
  await expect.poll(() => states(app)).toEqual({ sent: 1 })
  expect(hook.received.length).toBe(before + 1)
  expect(new Set(idsOf(hook.received)).size).toBe(1)
  await expect(replayDeliveries(app, dead?.id ?? '', new Date())).rejects.toMatchObject({
    code: 'delivery.replay',
  })
})

test('a subscription that is gone is forgotten; a webhook that is gone is shown as ended; what waited is dropped', async () => {
  const world = await notifyForTest()
  const { app, ground, join } = world
  const gone = await startReceiver(say(410))
  const browser = newBrowser(`${gone.origin}/p`)
  await join('ann', {
    addresses: [{ kind: 'web-push', ...browser.subscription }, webhook(`${gone.origin}/w`)],
  })
  await sayAlert(app, ground)
  await sayAlert(app, ground)
  await keepRunning(world)
  await expect.poll(() => states(app)).toEqual({ dropped: 4 })
  expect(gone.received).toHaveLength(2)
  const left = await app`select kind, ended_at is not null as ended, problem from app.channel`
  expect(left).toEqual([{ kind: 'webhook', ended: true, problem: 'It is gone (410).' }])
  await sayAlert(app, ground)
  await fanOut(app, { now: new Date(), limit: 100 })
  expect(await states(app)).toEqual({ dropped: 4 })
})

test('a receiver that asks for a pause gets it, and the pause is no failure', async () => {
  const world = await notifyForTest()
  const { app, ground, join } = world
  const hook = await startReceiver(say(429, { 'retry-after': '600' }))
  await join('ann', { addresses: [webhook(`${hook.origin}/`)] })
  await sayAlert(app, ground)
  await keepRunning(world)
  const rest = async () => {
    const [row] = await app<{ seconds: number; failures: number }[]>`
      select extract(epoch from next_at - now())::float8 as seconds, failures from app.channel`
    return row
  }
  await expect.poll(async () => (await rest())?.seconds).toBeGreaterThan(500)
  expect(await rest()).toMatchObject({ failures: 0 })
  expect([await states(app), hook.received.length]).toEqual([{ waiting: 1 }, 1])
})

test('no award is told of before the mirror shows it', async () => {
  const { app } = await notifyForTest()
  expect(await announceAwards(app, new Date())).toBe(0)
})
