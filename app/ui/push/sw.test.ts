import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { runInNewContext } from 'node:vm'
import { expect, test } from 'vitest'

const SITE = 'https://snpd.example'
const code = readFileSync(fileURLToPath(new URL('sw.js', import.meta.url)), 'utf8')

type Window = { url: string; focused: number; stubborn?: boolean }
type Fired = Record<string, unknown>

/** The worker as it is served, in a browser that does nothing but take down what it is asked for. */
function startWorker({ windows = [], key = 'a2V5' }: { windows?: Window[]; key?: string } = {}) {
  const listeners = new Map<string, (event: unknown) => void>()
  const did: [string, ...unknown[]][] = []
  const clientOf = (window: Window) => ({
    get url() {
      return window.url
    },
    focus: async () => {
      if (window.stubborn) throw new Error('Not allowed to focus a window.')
      window.focused++
    },
    navigate: async (url: string) => {
      window.url = url
    },
  })
  const subscription = {
    toJSON: () => ({
      endpoint: 'https://push.example/new',
      expirationTime: null,
      keys: { p256dh: 'p', auth: 'a' },
    }),
  }
  const self = {
    addEventListener: (name: string, listener: (event: unknown) => void) => listeners.set(name, listener),
    skipWaiting: () => undefined,
    location: { origin: SITE },
    clients: {
      claim: async () => undefined,
      matchAll: async () => windows.map(clientOf),
      openWindow: async (url: string) => void did.push(['open', url]),
    },
    registration: {
      showNotification: async (...shown: unknown[]) => void did.push(['show', ...shown]),
      pushManager: {
        subscribe: async (options: unknown) => {
          did.push(['subscribe', options])
          return subscription
        },
      },
    },
  }
  const fetched = async (url: string, init?: { body: string }) => {
    did.push(['fetch', url, ...(init ? [{ ...init, body: JSON.parse(init.body) }] : [])])
    return { json: async () => ({ public_key: key }) }
  }
  runInNewContext(code, {
    self,
    importScripts: () => undefined,
    fetch: fetched,
    URL,
    Date,
    Number,
    Math,
    JSON,
  })
  const fire = async (name: string, event: Fired = {}) => {
    const waits: unknown[] = []
    listeners.get(name)?.({ ...event, waitUntil: (work: unknown) => waits.push(work) })
    await Promise.all(waits)
  }
  return { did, fire }
}

const press = (path?: string) => {
  let closed = 0
  return {
    notification: { close: () => closed++, data: path === undefined ? undefined : { path } },
    closed: () => closed,
  }
}

test('a push is shown under the name of its alert, with how long the news took', async () => {
  const { did, fire } = startWorker()
  const at = new Date(Date.now() - 4_000).toISOString()
  const data = {
    json: () => ({ id: 'a-1', title: 'Court 84', body: 'Corner', path: '/restocks?restock=1', at }),
  }
  await fire('push', { data })
  expect(did).toEqual([
    [
      'show',
      'Court 84',
      {
        ...{
          body: expect.stringMatching(/^Corner · seen [45] s ago$/),
          tag: 'a-1',
          timestamp: Date.parse(at),
        },
        ...{ icon: '/icon.svg', data: { path: '/restocks?restock=1' } },
      },
    ],
  ])
})

test('a push that cannot be read shows something: a browser takes the right from who shows nothing', async () => {
  const { did, fire } = startWorker()
  for (const data of [null, { json: () => JSON.parse('{') }]) await fire('push', { data })
  expect(did.map(([what, title]) => [what, title])).toEqual([
    ['show', 'SNPD'],
    ['show', 'SNPD'],
  ])
})

test('a press closes the notification and opens its page, in a new window where none of ours is open', async () => {
  const { did, fire } = startWorker()
  const pressed = press('/restocks?restock=1')
  await fire('notificationclick', pressed)
  expect(pressed.closed()).toBe(1)
  expect(did).toEqual([['open', `${SITE}/restocks?restock=1`]])
  await fire('notificationclick', press())
  expect(did[1]).toEqual(['open', `${SITE}/`])
})

test('a press leads the window that was used last; one that is there already comes to the front as it is', async () => {
  const [last, other] = [
    { url: `${SITE}/`, focused: 0 },
    { url: `${SITE}/checkouts/2`, focused: 0 },
  ]
  const { did, fire } = startWorker({ windows: [last, other] })
  await fire('notificationclick', press('/checkouts/2'))
  expect([last, other]).toEqual([
    { url: `${SITE}/`, focused: 0 },
    { url: `${SITE}/checkouts/2`, focused: 1 },
  ])
  await fire('notificationclick', press('/drops'))
  expect([last.url, last.focused, other.url]).toEqual([`${SITE}/drops`, 1, `${SITE}/checkouts/2`])
  expect(did).toEqual([])
})

test('where no window may be led a new one opens, and never one of another site', async () => {
  const { did, fire } = startWorker({ windows: [{ url: `${SITE}/`, focused: 0, stubborn: true }] })
  await fire('notificationclick', press('/drops'))
  await fire('notificationclick', press('https://evil.example/'))
  await fire('notificationclick', press('//evil.example/'))
  expect(did).toEqual([['open', `${SITE}/drops`]])
})

test('an exchanged subscription is told with the one that it replaces, by the key that it had', async () => {
  const { did, fire } = startWorker()
  const oldSubscription = { endpoint: 'https://push.example/old', options: { applicationServerKey: 'had' } }
  await fire('pushsubscriptionchange', { oldSubscription })
  expect(did).toEqual([
    ['subscribe', { userVisibleOnly: true, applicationServerKey: 'had' }],
    [
      'fetch',
      '/api/me/push',
      {
        ...{ method: 'POST', credentials: 'same-origin', headers: { 'content-type': 'application/json' } },
        body: {
          endpoint: 'https://push.example/new',
          keys: { p256dh: 'p', auth: 'a' },
          replaces: 'https://push.example/old',
        },
      },
    ],
  ])
})

test('one whose browser does not say what it had is subscribed with the key of the server, and replaces none', async () => {
  const { did, fire } = startWorker({ key: 'c2VydmVy' })
  await fire('pushsubscriptionchange')
  expect(did.slice(0, 2)).toEqual([
    ['fetch', '/api/push/key'],
    ['subscribe', { userVisibleOnly: true, applicationServerKey: 'c2VydmVy' }],
  ])
  expect(did[2]?.[2]).toMatchObject({ body: { endpoint: 'https://push.example/new' } })
  expect(did[2]?.[2]).not.toMatchObject({ body: { replaces: expect.anything() } })
})
