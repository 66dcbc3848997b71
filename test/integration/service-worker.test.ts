import { afterAll, beforeAll, expect, test } from 'vitest'
import { testBrowser } from '../support/browser.ts'
import { startTestWeb, type TestWeb } from '../support/web.ts'

const keeper = testBrowser()
let web: TestWeb
beforeAll(async () => {
  web = await startTestWeb()
})
afterAll(async () => {
  await keeper.close()
  await web.close()
})

type Shown = { title: string; body: string; tag: string; path: string }

/**
 * The worker in a real browser, and a push service's end of it. The bundled browser has no screen and refuses every
 * notification: what the worker would show is written down in its place.
 */
async function openWorker() {
  const context = await (await keeper.get()).newContext()
  const page = await context.newPage()
  const protocol = await context.newCDPSession(page)
  const known = new Set<string>()
  protocol.on('ServiceWorker.workerRegistrationUpdated', ({ registrations }) => {
    for (const { registrationId, isDeleted } of registrations) if (!isDeleted) known.add(registrationId)
  })
  await protocol.send('ServiceWorker.enable')
  await page.goto(`${web.origin}/api/docs`)
  await page.evaluate(async () => {
    await navigator.serviceWorker.register('/sw.js')
    await navigator.serviceWorker.ready
  })
  const [worker] = context.serviceWorkers()
  const [registrationId] = known
  if (!worker || !registrationId) throw new Error('no worker came up')
  await worker.evaluate(() => {
    const scope = globalThis as unknown as { shown: Shown[]; registration: ServiceWorkerRegistration }
    scope.shown = []
    scope.registration.showNotification = async (title, { body = '', tag = '', data } = {}) =>
      void scope.shown.push({ title, body, tag, path: data.path })
  })
  const push = (data: string) =>
    protocol.send('ServiceWorker.deliverPushMessage', { origin: web.origin, registrationId, data })
  const shown = () => worker.evaluate(() => (globalThis as unknown as { shown: Shown[] }).shown)
  return { context, push, shown }
}

test('what is pushed is shown with how long it took, under the name of its alert; what cannot be read is shown too', async () => {
  const { context, push, shown } = await openWorker()
  const alert = {
    id: 'a-1',
    title: 'Marlow Court 84, size 9.5',
    body: 'Corner · $110.00',
    path: '/restocks#1',
  }
  const at = new Date(Date.now() - 300_000).toISOString()
  await push(JSON.stringify({ ...alert, at, sent_at: at }))
  await push(JSON.stringify({ ...alert, id: 'a-2', at: null }))
  await push('not JSON')
  await expect.poll(async () => (await shown()).length).toBe(3)
  const { title, path } = alert
  expect(await shown()).toEqual([
    { title, path, tag: 'a-1', body: 'Corner · $110.00 · seen 5 min ago' },
    { title, path, tag: 'a-2', body: 'Corner · $110.00' },
    { title: 'SNPD', path: '/', tag: 'unreadable', body: 'Something is new.' },
  ])
  await context.close()
})
