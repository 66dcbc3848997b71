import { io } from 'socket.io-client'
import { afterAll, beforeAll, beforeEach, describe, expect, onTestFinished, test } from 'vitest'
import { freePort } from '../../scripts/engines/ports.ts'
import { openClient } from '../support/alert-client.ts'
import { openEar } from '../support/alert-ear.ts'
import { alertGround, type Ground, sayAlert } from '../support/alerts.ts'
import { type Child, startChild } from '../support/child.ts'
import { createDatabase, type TestDatabase } from '../support/database.ts'
import { deafTo } from '../support/deaf.ts'
import { haveRedis, type Server, startRedis } from '../support/external.ts'
import { ask, register } from '../support/http.ts'
import { makeKeys, type TestKeys } from '../support/keys.ts'

const GATEWAY = 'test/support/storm-gateway.ts'
/** A loaded machine takes its time. */
const until = <Result>(read: () => Result) => expect.poll(read)

type Gateway = { origin: string; child: Child }
const none = async (): Promise<Server | undefined> => undefined

// What web processes promise together, whichever engine is between them.
describe.each(
  haveRedis()
    ? ([
        ['Postgres', none],
        ['Redis', () => startRedis()],
      ] as const)
    : ([['Postgres', none]] as const),
)('gateways over %s', (_, startEngine) => {
  let db: TestDatabase
  let keys: TestKeys
  let engine: Server | undefined
  let ground: Ground
  // Each test's own pair: who listens to it hears nothing of others.
  beforeEach(async () => {
    ground = await alertGround(db.app)
  })
  let gateways: Gateway[]
  /** One that no notification of alerts or sessions reaches, without its noticing. */
  let deaf: Gateway
  let way: Awaited<ReturnType<typeof deafTo>>

  const start = async (databaseUrl = db.appUrl): Promise<Gateway> => {
    const port = await freePort()
    const child = await startChild(GATEWAY, {
      ...{ APP_DATABASE_URL: databaseUrl, PORT: String(port), VAULT_KEYS: keys.files.vault },
      ...{ CHECKOUT_PUBLIC_KEY: keys.files.published, ...(engine && { REDIS_URL: engine.url }) },
    })
    return { origin: `http://localhost:${port}`, child }
  }
  beforeAll(async () => {
    db = await createDatabase()
    keys = await makeKeys()
    engine = await startEngine()
    way = await deafTo(db.appUrl, (channel) => channel === 'alert' || channel === 'session')
    const [first, second, third] = await Promise.all([start(), start(), start(way.url)])
    gateways = [first, second]
    deaf = third
  })
  afterAll(async () => {
    for (const { child } of [...gateways, deaf]) await child.kill()
    way.close()
    await engine?.stop()
    await db.close()
    keys.remove()
  })

  const origins = () => gateways.map(({ origin }) => origin)
  /** Several writers at once. @returns the restocks, in no order */
  const pour = async (count: number, during = async () => undefined as unknown) => {
    const said: string[] = []
    const write = async (nth: number) => {
      for (let rest = count / 4; rest > 0; rest--) {
        said.push(await sayAlert(db.app, ground))
        if (nth === 0 && said.length >= count / 3) await during()
      }
    }
    await Promise.all([0, 1, 2, 3].map(write))
    return said.sort()
  }
  type Client = Awaited<ReturnType<typeof openClient>>
  const restocksOf = ({ heard }: Client) =>
    heard.map((alert) => (alert.kind === 'restock' ? alert.restock_id : '')).sort()
  const expectInOrder = (client: Client) => {
    const seqs = client.heard.map(({ seq }) => seq)
    expect(seqs).toEqual([...new Set(seqs)].sort((a, b) => a - b))
    for (const sent of client.bySocket()) expect(sent).toEqual([...new Set(sent)].sort((a, b) => a - b))
  }
  const listenAt = (at: string[]) => openClient(at, [{ sneaker_id: ground.sneakerId }])
  const openMany = (count: number) =>
    Promise.all(
      Array.from({ length: count }, (_, nth) => listenAt(nth % 2 === 0 ? origins() : origins().reverse())),
    )

  test('every socket of every gateway hears each alert exactly once, in order', async () => {
    const clients = await openMany(20)
    const said = await pour(60)
    for (const client of clients) await until(() => restocksOf(client)).toEqual(said)
    for (const client of clients) {
      expectInOrder(client)
      expect([client.returns(), client.gaps()]).toEqual([0, 0])
    }
  })

  test('what no notification told is heard all the same', async () => {
    const client = await listenAt([deaf.origin])
    const said = await pour(8)
    await until(() => restocksOf(client)).toEqual(said)
    expectInOrder(client)
  })

  test('who comes from a gateway that was quicker has no gap, and hears nothing twice', async () => {
    const filters = [{ sneaker_id: ground.sneakerId }]
    const quick = await openEar({ origin: origins()[0] ?? '', filters })
    for (let rest = 3; rest > 0; rest--) {
      const known = await sayAlert(db.app, ground)
      await until(() => quick.restocks().at(-1)).toBe(known)
      const slow = await openEar({ origin: deaf.origin, filters, after: quick.heard.at(-1)?.seq })
      const news = await sayAlert(db.app, ground)
      await until(() => slow.restocks()).toEqual([news])
      expect(slow.gaps).toEqual([])
    }
  })

  test('the end of a session reaches the sockets of a gateway that was not told of it', async () => {
    const member = await register(origins()[0] ?? '', `leaver_${ground.memberId.slice(-6)}`)
    const listen = async (origin: string) => {
      const socket = io(origin, {
        ...{ path: '/rt', transports: ['websocket'], forceNew: true, reconnection: false },
        extraHeaders: { cookie: `snpd-refresh=${member.refresh}`, origin },
      })
      onTestFinished(() => void socket.disconnect())
      await new Promise<void>((resolve, reject) => {
        socket.once('connect', resolve)
        socket.once('connect_error', reject)
      })
      return socket
    }
    const sockets = [await listen(deaf.origin), await listen(origins()[1] ?? '')]
    await ask(`${origins()[0]}/api/auth/logout`, { method: 'POST', token: member.token })
    for (const socket of sockets) await until(() => socket.connected).toBe(false)
  })

  test('all connections to Postgres lost, again and again: every client has each alert once', async () => {
    const clients = await openMany(6)
    const cut = async () => {
      await db.app`
        select pg_terminate_backend(pid) from pg_stat_activity
        where datname = current_database() and application_name in ('snpd-web', 'snpd-sockets')`
    }
    const said = [...(await pour(40, cut)), ...(await pour(40, cut))].sort()
    for (const client of clients) await until(() => restocksOf(client)).toEqual(said)
    for (const client of clients) expectInOrder(client)
    expect(gateways.map(({ child }) => child.process.exitCode)).toEqual([null, null])
    const last = await pour(4)
    for (const client of clients) await until(() => restocksOf(client)).toEqual([...said, ...last].sort())
  })

  test('a gateway that stops takes no socket of another with it', async () => {
    const [here, there] = [await listenAt([deaf.origin, ...origins()]), await listenAt(origins())]
    await deaf.child.stop()
    const said = await pour(4)
    for (const client of [here, there]) await until(() => restocksOf(client)).toEqual(said)
    expect(there.returns()).toBe(0)
  })

  test('kill -9 of a gateway in the middle of it: its clients go on at the other one, and miss nothing', async () => {
    const clients = await openMany(10)
    const [, second] = gateways
    const said = await pour(120, async () => second?.child.kill())
    for (const client of clients) await until(() => restocksOf(client)).toEqual(said)
    for (const client of clients) expectInOrder(client)
    expect(clients.filter((client) => client.returns() > 0)).toHaveLength(5)
  })
})
