import { io, type Socket } from 'socket.io-client'
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest'
import { newPart } from '../../core/auth/refresh.ts'
import { signToken } from '../../core/auth/token.ts'
import { uuidv7 } from '../../core/id.ts'
import { notifyApp } from '../../db/events.ts'
import { linkWallet } from '../../db/members/wallets.ts'
import { ask, register, signedIn } from '../../test/support/http.ts'
import { addSession } from '../../test/support/sessions.ts'
import { startTestWeb, type TestWeb } from '../../test/support/web.ts'

const SOON = { timeout: 60_000 }
let web: TestWeb
let ann: Awaited<ReturnType<typeof register>>
let ben: Awaited<ReturnType<typeof register>>
beforeAll(async () => {
  web = await startTestWeb()
  ann = await register(web.origin, 'ann')
  ben = await register(web.origin, 'ben')
})
afterAll(() => web.close())

const open: Socket[] = []
afterEach(() => {
  for (const socket of open.splice(0)) socket.disconnect()
})

type Ear = { socket: Socket; heard: [string, unknown][] }

/** A client that writes down all it hears. Rejects when it is not let in. */
async function listen(extraHeaders: Record<string, string>): Promise<Ear> {
  const socket = io(web.origin, {
    path: '/rt',
    transports: ['websocket'],
    forceNew: true,
    reconnection: false,
    extraHeaders,
  })
  open.push(socket)
  const heard: [string, unknown][] = []
  socket.onAny((name: string, event: unknown) => heard.push([name, event]))
  await new Promise<void>((resolve, reject) => {
    socket.once('connect', resolve)
    socket.once('connect_error', reject)
  })
  return { socket, heard }
}

const withCookie = (cookie: string) => listen({ cookie, origin: web.origin })

/** A restock goes to everyone, last: who has heard it has heard all that was meant for him before. */
async function afterRestock(ears: Ear[]): Promise<void> {
  const restock_id = uuidv7()
  await notifyApp(web.db.app, { kind: 'restock', restock_id })
  for (const { heard } of ears) {
    await expect.poll(() => heard.at(-1)).toEqual(['restock', { restock_id }])
    heard.pop()
  }
}

let ears: { ann: Ear; ben: Ear; stranger: Ear }
beforeEach(async () => {
  ears = { ann: await withCookie(ann.cookie), ben: await withCookie(ben.cookie), stranger: await listen({}) }
})

test("a member's award, purchase and relayed request reach that member alone", async () => {
  const request_id = uuidv7()
  await notifyApp(web.db.app, { kind: 'award', member_id: ann.id })
  await notifyApp(web.db.app, { kind: 'purchase', request_id, member_id: ann.id })
  await notifyApp(web.db.app, { kind: 'relay', request_id, member_id: ann.id })
  await afterRestock(Object.values(ears))
  expect(ears.ann.heard).toEqual([
    ['ledger', {}],
    ['purchase', { request_id }],
    ['relay', { request_id }],
  ])
  expect(ears.ben.heard).toEqual([])
  expect(ears.stranger.heard).toEqual([])
})

const chain = (event: object) => web.db.indexer`select pg_notify('chain', ${JSON.stringify(event)})`

test('a chain event reaches the owner of the account; the block reaches all', async () => {
  const [wallet, foreign] = [`0x${'a1'.repeat(20)}`, `0x${'b2'.repeat(20)}`] as const
  await linkWallet(web.db.app, ann.id, wallet)
  await chain({ block_number: 7, accounts: [wallet, foreign], all: false })
  await expect.poll(() => ears.ann.heard).toContainEqual(['ledger', { block_number: 7 }])
  await expect.poll(() => ears.stranger.heard).toEqual([['block', { block_number: 7 }]])
  await afterRestock(Object.values(ears))
  expect(ears.ben.heard).toEqual([['block', { block_number: 7 }]])
})

test('an event too long to list its accounts reaches every member, and no stranger', async () => {
  await chain({ block_number: 8, accounts: [], all: true })
  for (const ear of [ears.ann, ears.ben])
    await expect.poll(() => ear.heard).toContainEqual(['ledger', { block_number: 8 }])
  // Blocks are told once a second: this one must not come into what is said next.
  for (const ear of Object.values(ears))
    await expect.poll(() => ear.heard, SOON).toContainEqual(['block', { block_number: 8 }])
  await afterRestock([ears.stranger])
  expect(ears.stranger.heard.filter(([name]) => name === 'ledger')).toEqual([])
})

test('a payload of another shape is dropped and the next one is heard', async () => {
  await web.db.app`select pg_notify('app', 'not json')`
  await web.db.app`select pg_notify('app', '{"kind":"award","member_id":"everyone"}')`
  await afterRestock(Object.values(ears))
  expect(ears.ann.heard).toEqual([])
})

test("another site's page is not let in, and a cookie without an origin makes a stranger", async () => {
  await expect(listen({ cookie: ann.cookie, origin: 'http://evil.example' })).rejects.toThrow()
  const nobody = await listen({ cookie: ann.cookie })
  await notifyApp(web.db.app, { kind: 'award', member_id: ann.id })
  await afterRestock([nobody])
  expect(nobody.heard).toEqual([])
})

test('a Bearer client hears its own events; a bad token is refused', async () => {
  const client = await listen({ authorization: `Bearer ${ann.token}` })
  await notifyApp(web.db.app, { kind: 'award', member_id: ann.id })
  await expect.poll(() => client.heard).toEqual([['ledger', {}]])
  await expect(listen({ authorization: 'Bearer x' })).rejects.toThrow()
})

test('signing out closes the sockets of that session and no other', async () => {
  const leaver = await register(web.origin, 'leaver')
  const ear = await withCookie(leaver.cookie)
  await ask(`${web.origin}/api/auth/logout`, { method: 'POST', token: leaver.token })
  await expect.poll(() => ear.socket.connected).toBe(false)
  expect(ears.ann.socket.connected).toBe(true)
})

test('leaving closes every socket of the member, and of nobody else', async () => {
  const leaver = await register(web.origin, 'quitter')
  const login = { login: 'quitter', password: 'seven green lamps at dawn' }
  const other = await signedIn(await ask(`${web.origin}/api/users/login`, { body: login }))
  const open = [await withCookie(leaver.cookie), await withCookie(other.cookie)]
  const body = { password: login.password }
  await ask(`${web.origin}/api/me`, { method: 'DELETE', body, token: leaver.token })
  for (const { socket } of open) await expect.poll(() => socket.connected).toBe(false)
  expect(ears.ann.socket.connected).toBe(true)
})

/** A client of a session of its own; `left` and `most`: ms until that ends unless renewed, and in any case. */
async function listenFor(left: number, most: number) {
  const [expiresAt, endsAt] = [new Date(Date.now() + left), new Date(Date.now() + most)]
  const session = await addSession(web.api.stores.sessions, { memberId: ben.id, expiresAt, endsAt })
  const claims = { memberId: ben.id, sessionId: session.id, expiresAt: new Date(Date.now() + 60_000) }
  const token = await signToken(web.keys, claims, new Date())
  const { socket } = await listen({ authorization: `Bearer ${token}` })
  return { socket, session, endsAt }
}

test('a socket ends with its session, also when nobody signs out', async () => {
  const { socket } = await listenFor(1500, 1500)
  await expect.poll(() => socket.connected).toBe(false)
  expect(ears.ben.socket.connected).toBe(true)
})

test('a socket goes on with a session that is renewed', async () => {
  const renewed = await listenFor(1500, 60_000)
  const left = await listenFor(2500, 2500)
  const now = new Date()
  const { session: presented, endsAt: expiresAt } = renewed
  await web.api.stores.sessions.exchange({ presented, next: newPart(), now, expiresAt, racedSince: now })
  await expect.poll(() => left.socket.connected).toBe(false)
  expect(renewed.socket.connected).toBe(true)
})

test('a browser whose access cookie has run out still hears its own events, from our page alone', async () => {
  const refresh = { cookie: `snpd-refresh=${ann.refresh}` }
  const [mine, bare] = [await listen({ ...refresh, origin: web.origin }), await listen(refresh)]
  await notifyApp(web.db.app, { kind: 'award', member_id: ann.id })
  await expect.poll(() => mine.heard).toEqual([['ledger', {}]])
  await afterRestock([bare])
  expect(bare.heard).toEqual([])
})

test('another name for this server is not let in', async () => {
  await expect(listen({ host: 'evil.example' })).rejects.toThrow()
})

test('when Postgres drops the listening connection, clients are made to reconnect, and hear again', async () => {
  const [killed] = await web.db.app<{ count: number }[]>`
    select count(pg_terminate_backend(pid))::int as count from pg_stat_activity
    where datname = current_database() and usename = current_user and query ilike 'listen%'`
  expect(killed?.count).toBeGreaterThan(0)
  await expect.poll(() => ears.ann.socket.connected).toBe(false)
  const back = await withCookie(ann.cookie)
  await afterRestock([back])
})

test('a tally is told to all, and so is what a vote decided', async () => {
  const told = (name: string, block_number: number) => [name, { block_number }]
  await chain({ block_number: 9, accounts: [], all: false, proposals: ['5'] })
  await expect.poll(() => ears.stranger.heard, SOON).toContainEqual(told('votes', 9))
  expect(ears.stranger.heard.map(([name]) => name)).not.toContain('flags')
  await chain({ block_number: 10, accounts: [], all: false, flags: ['0x12'] })
  await expect.poll(() => ears.ben.heard, SOON).toContainEqual(told('flags', 10))
})

test('a page hears what was said to its reader since it was read, and where nobody knows, that', async () => {
  const missed = ({ socket }: Ear, since: unknown, of: { id: string } | null) =>
    socket.emitWithAck('missed', { since, member_id: of?.id ?? null })
  expect(await missed(ears.ann, Date.now() + 60_000, ann)).toEqual([])
  // Clocks may differ: for some seconds it knows of nothing.
  const read = Date.now() + 5_000
  await expect.poll(() => Date.now(), SOON).toBeGreaterThan(read)
  await notifyApp(web.db.app, { kind: 'award', member_id: ann.id })
  await afterRestock([ears.ben])
  expect(await missed(ears.ann, read, ann)).toEqual(expect.arrayContaining(['ledger', 'restock']))
  const others = [
    [ears.ben, ben],
    [ears.stranger, null],
  ] as const
  for (const [ear, of] of others) {
    expect(await missed(ear, read, of)).toContain('restock')
    expect(await missed(ear, read, of)).not.toContain('ledger')
  }
  // Long before this process listened, and what no page sends.
  expect(await missed(ears.ann, 0, ann)).toBeNull()
  expect(await missed(ears.ann, 'yesterday', ann)).toBeNull()
  // A member's page whose session has ended, and one that somebody else signed in behind.
  expect(await missed(ears.stranger, read, ann)).toBeNull()
  expect(await missed(ears.ben, read, ann)).toBeNull()
})
