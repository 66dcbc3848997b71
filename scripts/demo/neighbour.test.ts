import { type ChildProcess, fork } from 'node:child_process'
import { once } from 'node:events'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { getRestock } from '../../db/restocks/read.ts'
import { reportRestock } from '../../db/restocks/report.ts'
import { addCatalog, addMember } from '../../test/support/members.ts'
import { startTestWeb, type TestWeb } from '../../test/support/web.ts'
import { freePort } from '../engines/ports.ts'
import { type Restock, unconfirmed } from './confirm.ts'

let web: TestWeb
const children: ChildProcess[] = []
/** How far the site's clock is ahead, ms. */
let skew = 0
beforeEach(async () => {
  skew = 0
  web = await startTestWeb(() => ({ now: () => new Date(Date.now() + skew) }))
})
afterEach(async () => {
  for (const child of children.splice(0)) child.kill('SIGKILL')
  await web.close()
})

async function startNeighbour(origin = web.origin): Promise<ChildProcess> {
  const env = { ...process.env, ORIGIN: origin, LOG_LEVEL: 'silent' }
  const child = fork(new URL('./neighbour.ts', import.meta.url), { env })
  children.push(child)
  await once(child, 'message')
  return child
}

async function report(memberId: string, now: Date): Promise<string> {
  const { sneakerId: sneaker_id, storeId: store_id } = await addCatalog(web.db.app)
  return reportRestock(web.db.app, {
    memberId,
    report: { sneaker_id, store_id, size: '9' },
    now,
    challengeSeconds: 0,
  })
}
const confirmations = async (id: string) =>
  (await getRestock(web.db.app, { id, memberId: null }))?.confirmations
const neighbours = async () =>
  (
    await web.db.app<{ username: string }[]>`
      select username from app.member where username like 'demo\\_neighbour%' order by created_at`
  ).map(({ username }) => username)

test('confirms a fresh report of a newcomer, and leaves an old one alone', async () => {
  const newcomer = await addMember(web.db.app, 'newcomer')
  const old = await report(newcomer.id, new Date(Date.now() - 3_600_000))
  await startNeighbour()
  const fresh = await report(newcomer.id, new Date())
  await expect.poll(() => confirmations(fresh)).toBe(1)
  expect(await confirmations(old)).toBe(0)
  expect(await neighbours()).toEqual(['demo_neighbour'])
})

test('a second start makes a numbered name; a session that was ended is renewed by the password', async () => {
  const newcomer = await addMember(web.db.app, 'newcomer')
  const first = await startNeighbour()
  await expect.poll(neighbours).toHaveLength(1)
  first.kill('SIGTERM')
  expect(await once(first, 'exit')).toEqual([0, null])
  await startNeighbour()
  await expect.poll(neighbours).toHaveLength(2)
  expect((await neighbours())[1]).toMatch(/^demo_neighbour_\d+$/)
  await web.db.app`delete from app.session`
  const id = await report(newcomer.id, new Date())
  await expect.poll(() => confirmations(id)).toBe(1)
  expect(await neighbours()).toHaveLength(2)
})

test('renews its tokens when a quarter of an hour is over, in the same session', async () => {
  const newcomer = await addMember(web.db.app, 'newcomer')
  await startNeighbour()
  // It has its tokens once it acts; a clock that is put forward before would only make them later.
  const first = await report(newcomer.id, new Date())
  await expect.poll(() => confirmations(first)).toBe(1)
  skew = 16 * 60_000
  const id = await report(newcomer.id, new Date())
  await expect.poll(() => confirmations(id)).toBe(1)
  const sessions = await web.db.app`select used_at > created_at as renewed from app.session`
  expect(sessions).toEqual([{ renewed: true }])
})

test('waits for an API that is away, and ends at once when its parent is gone', async () => {
  const child = await startNeighbour(`http://127.0.0.1:${await freePort()}`)
  child.disconnect()
  expect(await once(child, 'exit')).toEqual([0, null])
})

test('only fresh reports of others that nobody confirmed are its business, and the first word on what a monitor sees', () => {
  const now = new Date('2026-05-01T12:00:00Z')
  const open = { mine: false, confirmed_by_me: false, confirmed_at: null, timestamp: '2026-05-01T11:59:00Z' }
  const seen = (change: Partial<Restock>) => unconfirmed([{ ...open, ...change } as Restock], now).length
  expect(seen({})).toBe(1)
  expect(seen({ mine: true })).toBe(0)
  expect(seen({ confirmed_by_me: true })).toBe(0)
  expect(seen({ confirmed_at: '2026-05-01T11:59:30Z' })).toBe(0)
  expect(seen({ timestamp: '2026-05-01T11:00:00Z' })).toBe(0)
  const monitored = { source: 'monitor', open: true, confirmed_at: '2026-05-01T11:59:30Z' } as const
  expect([0, 1, 2].map((confirmations) => seen({ ...monitored, confirmations }))).toEqual([0, 1, 0])
  expect(seen({ ...monitored, confirmations: 1, open: false })).toBe(0)
})
