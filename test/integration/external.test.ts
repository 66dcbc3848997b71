import { randomBytes } from 'node:crypto'
import { Redis } from 'ioredis'
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest'
import { connect } from '../../db/client.ts'
import { startAnvil } from '../../scripts/engines/anvil.ts'
import { freePort, freePorts } from '../../scripts/engines/ports.ts'
import { haveServers, type Server, startPostgres15, startRedis } from '../support/external.ts'
import { ask, register } from '../support/http.ts'
import { dataFolder, runSnpd, type Started, startSnpd } from '../support/start.ts'

// SNPD on servers of one's own: Debian's Postgres 15 and Redis, and a chain it did not start.
const key = () => `0x${randomBytes(32).toString('hex')}`
const data = dataFolder()
let servers: { postgres: Server; redis: Server; chain: Server }
let environment: Record<string, string>
let port: number
let running: Started

describe.runIf(haveServers())('DATABASE_URL, REDIS_URL and RPC_URL', () => {
  beforeAll(async () => {
    const [postgres, redis, chain] = await Promise.all([
      startPostgres15(),
      startRedis(),
      startAnvil({ port: await freePort() }),
    ])
    servers = { postgres, redis, chain }
    environment = { DATABASE_URL: postgres.url, REDIS_URL: redis.url, RPC_URL: chain.url }
    port = await freePorts(5)
  })

  afterAll(async () => {
    running?.process.kill('SIGTERM')
    await running?.exited
    await Promise.all([servers.postgres.stop(), servers.redis.stop(), servers.chain.stop()])
    data.remove()
  })

  const args = () => ['--port', String(port), '--data', data.path]

  test('without keys for that chain: one sentence', async () => {
    const { code, output } = await runSnpd(args(), environment)
    expect(code).toBe(1)
    expect(output).toMatch(
      /^RPC_URL is set and AWARDER_KEY is missing: the settle worker mints with it\. Set AWARDER_KEY/m,
    )
  })

  test('reach ready, and nothing of ours is started in their place', async () => {
    running = startSnpd(args(), { ...environment, DEPLOYER_KEY: key(), AWARDER_KEY: key() })
    await running.said(/^ready /m)
    expect(running.output()).toMatch(/Postgres +15\.\d+ .* at 127\.0\.0\.1/)
    expect(running.output()).toMatch(/Redis +answers at/)
    expect(running.output()).not.toMatch(/anvil/)
  })

  test('every component is healthy', async () => {
    const read = async () => {
      const response = await fetch(`http://127.0.0.1:${port}/api/health`)
      return (await response.json()) as { status: string }
    }
    await vi.waitFor(async () => expect(await read()).toMatchObject({ status: 'ok' }), { timeout: 60_000 })
  })

  test('the queue, the sessions and the limits are in Redis, the members in that Postgres', async () => {
    const { token } = await register(`http://127.0.0.1:${port}`, 'outside')
    expect((await ask(`http://127.0.0.1:${port}/api/me`, { token })).status).toBe(200)
    const redis = new Redis(servers.redis.url)
    const kinds = ['bull:*', 'snpd:session:*', 'snpd:limit:*']
    const [jobs, sessions, limits] = await Promise.all(kinds.map((kind) => redis.keys(kind)))
    redis.disconnect()
    expect(jobs).not.toEqual([])
    expect(sessions).not.toEqual([])
    expect(limits).toContainEqual(expect.stringContaining('POST /api/users/register'))
    const sql = connect(servers.postgres.url, { name: 'test', max: 1 })
    const kept = await sql`select 1 from app.session`
    const counted = await sql`select 1 from app.rate_limit`
    const members = await sql`select 1 from app.member where username = 'outside'`
    const schemas =
      await sql`select schema_name as name from information_schema.schemata where schema_name in ('app', 'chain')`
    await sql.end()
    expect([kept, counted, members, schemas].map(({ length }) => length)).toEqual([0, 0, 1, 2])
  })
})
