import { afterAll, beforeAll, describe, expect, onTestFinished, test } from 'vitest'
import { openStores } from '../../app/auth/stores.ts'
import { openRedis } from '../../app/redis/open.ts'
import { later, racedSince, sessionEnds } from '../../core/auth/lifetime.ts'
import { hashParts, newPart } from '../../core/auth/refresh.ts'
import type { NewSession, Presented, SessionStore } from '../../core/auth/session-store.ts'
import type { AuthStores } from '../../core/auth/stores.ts'
import { uuidv7 } from '../../core/id.ts'
import { createDatabase, type TestDatabase } from '../support/database.ts'
import { haveRedis, startRedis } from '../support/external.ts'
import { addMember, warmPool } from '../support/members.ts'

const DAY = 86_400
type Opened = { stores: AuthStores; close: () => Promise<void> }
type Engine = [name: string, open: (db: TestDatabase) => Promise<Opened>]

const postgres: Engine = [
  'Postgres',
  async ({ app: sql }) => ({ stores: openStores({ sql, redis: undefined }), close: async () => undefined }),
]
const redis: Engine = [
  'Redis',
  async ({ app: sql }) => {
    const server = await startRedis()
    const client = await openRedis(server.url)
    const close = async () => {
      client.disconnect()
      await server.stop()
    }
    return { stores: openStores({ sql, redis: client }), close }
  },
]

// What signing in keeps: the same promises whichever engine keeps it.
describe.each(haveRedis() ? [postgres, redis] : [postgres])('on %s', (_, open) => {
  let db: TestDatabase
  let opened: Opened
  let memberId: string
  let sessions: SessionStore
  const now = new Date()
  beforeAll(async () => {
    db = await createDatabase()
    opened = await open(db)
    sessions = opened.stores.sessions
    memberId = (await addMember(db.app, 'holder')).id
    await warmPool(db.app)
  })
  afterAll(async () => {
    await opened.close()
    await db.close()
  })

  /** The ids of sessions that every web process is told have ended. */
  async function hearEnds(): Promise<string[]> {
    const heard: string[] = []
    const { unlisten } = await db.app.listen('session', (id) => heard.push(id))
    onTestFinished(unlisten)
    return heard
  }

  /** Starts a session. @returns it, and what its first refresh token makes a client present */
  async function start(change: Partial<NewSession> = {}) {
    const refresh = await hashParts({ family: newPart(), secret: newPart() })
    const session = { id: uuidv7(), memberId, userAgent: 'Test/1', refresh, now, ...sessionEnds(now) }
    const made = { ...session, ...change }
    await sessions.create(made)
    const presented: Presented = { id: made.id, ...refresh }
    return { ...made, presented }
  }

  const exchange = (presented: Presented, at: Date, next = newPart()) =>
    sessions.exchange({ presented, next, now: at, ...sessionEnds(at), racedSince: racedSince(at) })

  test('a session is read until it ends by itself', async () => {
    const { id, expiresAt } = await start()
    const read = await sessions.read(id, now)
    expect(read).toEqual({ id, memberId, userAgent: 'Test/1', createdAt: now, usedAt: now, expiresAt })
    expect(await sessions.read(id, later(now, 7 * DAY + 1))).toBeUndefined()
    expect(await sessions.read(uuidv7(), now)).toBeUndefined()
  })

  test('an exchange makes the next token the only one, and the session live on', async () => {
    const { id, presented } = await start()
    const [at, next] = [later(now, DAY), newPart()]
    const session = { id, memberId, createdAt: now, usedAt: at, expiresAt: later(at, 7 * DAY) }
    expect(await exchange(presented, at, next)).toMatchObject({ outcome: 'rotated', session })
    expect(await sessions.holder(presented, at)).toBeUndefined()
    expect(await sessions.holder({ ...presented, secret: next }, at)).toMatchObject(session)
  })

  test('no exchange carries a session past its last day', async () => {
    const endsAt = later(now, 3 * DAY)
    const { id, presented } = await start({ endsAt })
    const answer = await exchange(presented, later(now, DAY))
    expect(answer).toMatchObject({ outcome: 'rotated', session: { expiresAt: endsAt } })
    expect(await sessions.read(id, later(endsAt, 1))).toBeUndefined()
  })

  test('of many who present one token at once one gets through, the others race, and the session stands', async () => {
    const { id, presented } = await start()
    const answers = await Promise.all(Array.from({ length: 8 }, () => exchange(presented, now)))
    const outcomes = answers.map(({ outcome }) => outcome).sort()
    expect(outcomes).toEqual([...Array(7).fill('raced'), 'rotated'])
    expect(await sessions.read(id, now)).toBeDefined()
  })

  test('a token replaced longer ago than a race lasts ends the session, and that is announced', async () => {
    const heard = await hearEnds()
    const { id, presented } = await start()
    await exchange(presented, now)
    expect((await exchange(presented, later(now, 9))).outcome).toBe('raced')
    expect(await exchange(presented, later(now, 10))).toEqual({ outcome: 'reused', memberId })
    expect(await sessions.read(id, now)).toBeUndefined()
    await expect.poll(() => heard).toContain(id)
    expect((await exchange(presented, later(now, 11))).outcome).toBe('unknown')
  })

  test('a token older than the one before is a copy at once, also within the time of a race', async () => {
    const { presented } = await start()
    const second = newPart()
    await exchange(presented, now, second)
    await exchange({ ...presented, secret: second }, now)
    expect((await exchange(presented, now)).outcome).toBe('reused')
  })

  test('a guess at a token, and one of a session that ended, change nothing', async () => {
    const { id, presented, expiresAt } = await start()
    expect((await exchange({ ...presented, family: newPart() }, now)).outcome).toBe('unknown')
    expect((await exchange(presented, later(expiresAt, 1))).outcome).toBe('unknown')
    expect(await sessions.read(id, now)).toBeDefined()
  })

  test('a member sees the own sessions that stand, newest first', async () => {
    const mine = (await addMember(db.app, 'lister')).id
    const first = await start({ memberId: mine })
    const soon = later(now, 5)
    const second = await start({ memberId: mine, now: soon, expiresAt: later(soon, DAY) })
    const ids = async (at: Date) => (await sessions.list(mine, at)).map(({ id }) => id)
    expect(await ids(soon)).toEqual([second.id, first.id])
    expect(await ids(later(now, 2 * DAY))).toEqual([first.id])
  })

  test('only its member ends a session, and that is announced', async () => {
    const heard = await hearEnds()
    const [stranger, { id }] = [(await addMember(db.app, 'stranger')).id, await start()]
    expect(await sessions.end({ id, memberId: stranger })).toBe(false)
    expect(await sessions.read(id, now)).toBeDefined()
    expect(await sessions.end({ id, memberId })).toBe(true)
    expect(await sessions.end({ id, memberId })).toBe(false)
    expect(await sessions.read(id, now)).toBeUndefined()
    await expect.poll(() => heard).toEqual([id])
  })

  test('all sessions of a member end but the one named; others are not touched', async () => {
    const heard = await hearEnds()
    const mine = (await addMember(db.app, 'leaver')).id
    const [kept, gone, foreign] = [
      await start({ memberId: mine }),
      await start({ memberId: mine }),
      await start(),
    ]
    expect(await sessions.endAll(mine, kept.id)).toBe(1)
    expect((await sessions.list(mine, now)).map(({ id }) => id)).toEqual([kept.id])
    expect(await sessions.endAll(mine)).toBe(1)
    expect(await sessions.list(mine, now)).toEqual([])
    expect(await sessions.read(foreign.id, now)).toBeDefined()
    await expect.poll(() => heard).toEqual([gone.id, kept.id])
  })

  test('a nonce is taken once, in time, by the very browser or by a client without one', async () => {
    const { nonces } = opened.stores
    const [mine, other] = [newPart(), newPart()]
    const add = async (browser: Uint8Array | null) => {
      const nonce = uuidv7()
      await nonces.add({ nonce, browser, now, expiresAt: later(now, 300) })
      return nonce
    }
    const bound = await add(mine)
    expect(await nonces.take({ nonce: bound, browser: mine, now })).toBe(true)
    expect(await nonces.take({ nonce: bound, browser: mine, now })).toBe(false)
    for (const [given, shown] of [
      [mine, other],
      [mine, null],
      [null, mine],
    ] as const)
      expect(await nonces.take({ nonce: await add(given), browser: shown, now })).toBe(false)
    expect(await nonces.take({ nonce: await add(null), browser: null, now })).toBe(true)
    expect(await nonces.take({ nonce: await add(null), browser: null, now: later(now, 301) })).toBe(false)
  })

  test('attempts in parallel all count, one who was right is forgiven, and a window ends', async () => {
    const { attempts } = opened.stores
    const subjects = [`login:${uuidv7()}`, `address:${uuidv7()}`]
    const count = (at: Date) => attempts.count({ subjects, now: at, windowSeconds: 900 })
    await Promise.all(Array.from({ length: 5 }, () => count(now)))
    expect([...(await count(now)).values()]).toEqual([6, 6])
    await attempts.forgive(subjects)
    expect([...(await count(later(now, 899))).values()]).toEqual([6, 6])
    expect([...(await count(later(now, 901))).values()]).toEqual([1, 1])
  })
})

test('a Redis that does not answer is said so in one sentence', async () => {
  await expect(openRedis('redis://127.0.0.1:9')).rejects.toMatchObject({
    code: 'redis.unreachable',
    message: expect.stringContaining('127.0.0.1:9'),
  })
})

test.runIf(haveRedis())(
  'a Redis that goes away makes a refusal to try again, and is used again when it is back',
  async () => {
    const server = await startRedis()
    const client = await openRedis(server.url)
    onTestFinished(() => client.disconnect())
    const { sessions, nonces, attempts } = openStores({ sql: null as never, redis: client })
    const now = new Date()
    const nonce = { nonce: 'abc', browser: null, now }
    await server.stop()
    for (const asked of [
      sessions.read(uuidv7(), now),
      nonces.take(nonce),
      attempts.count({ subjects: ['login:x'], now, windowSeconds: 900 }),
    ])
      await expect(asked).rejects.toMatchObject({ code: 'redis.unreachable', status: 503 })
    const back = await startRedis(Number(new URL(server.url).port))
    onTestFinished(back.stop)
    await expect.poll(() => nonces.take(nonce).catch(() => 'away')).toBe(false)
  },
)
