import { Redis } from 'ioredis'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { createDatabase, type TestDatabase } from '../../../test/support/database.ts'
import { haveServers, type Server, startRedis } from '../../../test/support/external.ts'
import { redisLimits } from '../../redis/limits.ts'
import { openRedis } from '../../redis/open.ts'
import { type Limits, postgresLimits } from './limits.ts'
import { ruleFor } from './rules.ts'

const rule = ruleFor('POST /api/users/register')
const takeAll = (limits: Limits, subject: string) =>
  Promise.all(Array.from({ length: rule.points }, () => limits(rule, subject)))

/** What holds of every store; `open` gives another process's view of the same one. */
function conforms(open: () => Limits): void {
  test('the points of a rule are given, the next is told how long to wait, and others have their own', async () => {
    const limits = open()
    expect(new Set(await takeAll(limits, 'a'))).toEqual(new Set([undefined]))
    const wait = (await limits(rule, 'a')) ?? 0
    expect(wait).toBeGreaterThan(rule.seconds - 60)
    expect(wait).toBeLessThanOrEqual(rule.seconds)
    expect(await limits(rule, 'b')).toBeUndefined()
    expect(await limits(ruleFor('POST /api/restocks'), 'a')).toBeUndefined()
  })

  test('two processes count together', async () => {
    await takeAll(open(), 'shared')
    expect(await open()(rule, 'shared')).toBeGreaterThan(0)
  })
}

let db: TestDatabase
beforeAll(async () => {
  db = await createDatabase()
})
afterAll(() => db.close())

describe('in Postgres', () => {
  conforms(() => postgresLimits(db.app))

  test('a window that is over starts anew', async () => {
    const limits = postgresLimits(db.app)
    await takeAll(limits, 'c')
    await db.app`update app.rate_limit set expire = 1 where key like '%:c'`
    expect(await limits(rule, 'c')).toBeUndefined()
    const [row] = await db.app`select points from app.rate_limit where key like '%:c'`
    expect(row).toMatchObject({ points: 1 })
  })

  test('when the store is away, each process counts for itself', async () => {
    await db.app`alter table app.rate_limit rename to away`
    const limits = postgresLimits(db.app)
    expect(new Set(await takeAll(limits, 'd'))).toEqual(new Set([undefined]))
    expect(await limits(rule, 'd')).toBeGreaterThan(0)
    await db.app`alter table app.away rename to rate_limit`
  })
})

describe.runIf(haveServers())('in Redis', () => {
  let server: Server
  let redis: Redis
  beforeAll(async () => {
    server = await startRedis()
    redis = await openRedis(server.url)
  })
  afterAll(async () => {
    redis.disconnect()
    await server.stop()
  })
  conforms(() => redisLimits(redis))

  test('what is counted ends with its window', async () => {
    await redisLimits(redis)(rule, 'e')
    const ttl = await redis.ttl('snpd:limit:register:e')
    expect(ttl).toBeGreaterThan(rule.seconds - 60)
    expect(ttl).toBeLessThanOrEqual(rule.seconds)
  })

  test('when Redis is away, each process counts for itself, and nobody waits', async () => {
    const gone = new Redis({ port: 1, lazyConnect: true, retryStrategy: () => null })
    gone.on('error', () => undefined)
    const limits = redisLimits(gone)
    expect(new Set(await takeAll(limits, 'f'))).toEqual(new Set([undefined]))
    expect(await limits(rule, 'f')).toBeGreaterThan(0)
  })
})
