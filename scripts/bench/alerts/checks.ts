import { type ChildProcess, spawn } from 'node:child_process'
import { setTimeout as sleep } from 'node:timers/promises'
import { parseArgs } from 'node:util'
import { pino } from 'pino'
import { openSession } from '../../../adapters/fetch/session.ts'
import { textOf } from '../../../adapters/fetch/unpack.ts'
import { readStock } from '../../../core/stock/read.ts'
import { connect, type Sql } from '../../../db/client.ts'
import { addTarget } from '../../../db/monitor/target.ts'
import { addCatalog } from '../../../test/support/members.ts'
import { type StormPostgres, startStormPostgres } from '../../../test/support/storm-postgres.ts'
import { startMonitor } from '../../../workers/monitor/start.ts'
import { openOriginGate } from '../../../workers/shops/gate.ts'
import type { Run } from '../run.ts'
import { table } from '../table.ts'
import { ownSeconds, postgresSeconds } from './cpu.ts'

/** Checks a minute that one core does, with the gate and Postgres. */
const BAR = 20_000
/** Of one shop: five looks a second, as much as monitors may (core/monitor/interval.ts). */
const PRODUCTS = 10
const EVERY_MS = 2_000

type Mode = 'new' | 'same'
/** `core`: checks a minute for a core's worth of processor, ours and Postgres's together. */
type Rate = { checks: number; seconds: number; own: number; database: number; core: number }

async function startShops(shops: number, mode: Mode): Promise<{ child: ChildProcess; origins: string[] }> {
  const file = new URL('./checks-shops.ts', import.meta.url).pathname
  const env = { ...process.env, SHOPS: String(shops), MODE: mode }
  const child = spawn(process.execPath, [file], { env, stdio: ['ignore', 'inherit', 'inherit', 'ipc'] })
  const origins = await new Promise<string[]>((resolve, reject) => {
    child.once('message', (said: { origins: string[] }) => resolve(said.origins))
    child.once('exit', () => reject(new Error('the shops did not open')))
  })
  return { child, origins }
}

function rateOf(checks: number, spent: Pick<Rate, 'seconds' | 'own' | 'database'>): Rate {
  return { checks, ...spent, core: (checks / (spent.own + spent.database)) * 60 }
}

/** The same pages, asked for and read with nothing around it: eight shops at once over connections that are kept. */
async function lapBare(origins: readonly string[], seconds: number): Promise<Rate> {
  const [began, own] = [performance.now(), ownSeconds()]
  const isOver = () => performance.now() - began > seconds * 1000
  let checks = 0
  await Promise.all(
    origins.slice(0, 8).map(async (origin) => {
      const session = openSession({ loopback: true })
      for (; !isOver(); checks++) {
        const answer = await session.get({ url: `${origin}/products/p0` })
        readStock({ text: await textOf(answer) })
      }
      session.close()
    }),
  )
  return rateOf(checks, { seconds: (performance.now() - began) / 1000, own: ownSeconds() - own, database: 0 })
}

async function watchAll(sql: Sql, origins: readonly string[]): Promise<void> {
  const ids = await addCatalog(sql)
  for (const origin of origins)
    for (let product = 0; product < PRODUCTS; product++) {
      const url = new URL(`${origin}/products/p${product}`)
      await addTarget(sql, { url, ...ids, everyMs: EVERY_MS, now: new Date() })
    }
}

async function untilAllSeen(sql: Sql): Promise<void> {
  for (;;) {
    const [row] = await sql<{ left: number }[]>`
      select count(*)::int4 as left from app.monitor_target where last_ok_at is null`
    if (row?.left === 0) return
    await sleep(100)
  }
}

/** The monitor as a worker runs it, in this process, once every page was seen. */
async function lapMonitor(sql: Sql, origins: readonly string[], seconds: number): Promise<Rate> {
  await watchAll(sql, origins)
  const logger = pino({ level: 'warn' })
  const monitor = startMonitor({
    ...{
      sql,
      now: () => new Date(),
      gate: openOriginGate(sql),
      logger,
      guard: { loopback: true },
      origins: 8,
    },
  })
  await untilAllSeen(sql)
  const [began, looks] = [performance.now(), monitor.describe().looks]
  const [own, database] = [ownSeconds(), await postgresSeconds(sql)]
  await sleep(seconds * 1000)
  const checks = monitor.describe().looks - looks
  const spent = { own: ownSeconds() - own, database: (await postgresSeconds(sql)) - database }
  const took = (performance.now() - began) / 1000
  await monitor.stop()
  return rateOf(checks, { seconds: took, ...spent })
}

type Lap = { mode: Mode; shops: number; seconds: number }

async function lap(postgres: StormPostgres, { mode, shops, seconds }: Lap): Promise<[Rate, Rate]> {
  const { child, origins } = await startShops(shops, mode)
  const sql = connect(postgres.appUrl, { name: 'bench', max: 6 })
  try {
    const bare = await lapBare(origins, Math.min(5, seconds))
    return [bare, await lapMonitor(sql, origins, seconds)]
  } finally {
    await sql`update app.monitor_target set paused = true`
    await sql.end({ timeout: 2 })
    child.disconnect()
  }
}

function rowOf(name: string, { checks, seconds, own, database, core }: Rate): string[] {
  const each = (share: number) => `${((share / checks) * 1000).toFixed(2)} ms`
  return [
    name,
    Math.round(core).toLocaleString('en-US'),
    each(own),
    each(database),
    (checks / seconds).toFixed(0),
  ]
}

/**
 * Checks a minute and core with gate and Postgres, over many shops, beside fetching and reading the same pages with
 * nothing around; `--shops` (100), `--seconds` (15).
 */
export const runChecks: Run = async (flags, tell, note) => {
  const text = { type: 'string' } as const
  const { values } = parseArgs({ args: [...flags], options: { shops: text, seconds: text } })
  const settings = { shops: Number(values.shops ?? 100), seconds: Number(values.seconds ?? 15) }
  const postgres = await startStormPostgres()
  try {
    const [bare, whole] = await lap(postgres, { mode: 'new', ...settings })
    const [, same] = await lap(postgres, { mode: 'same', ...settings })
    const rows = [
      ['what', 'checks/min/core', 'process, each', 'Postgres, each', 'checks/s'],
      rowOf('fetch and read alone', bare),
      rowOf('the monitor, every page read', whole),
      rowOf('the monitor, every page 304', same),
    ]
    for (const line of table(rows)) tell(line)
    tell(`A core is the monitor's process and Postgres together. The bar is ${BAR} checks a minute.`)
    note({
      what: 'looks at shops a minute and core, gate and Postgres counted',
      ...{ figure: whole.core.toFixed(0), bar: `>= ${BAR}`, held: whole.core >= BAR },
      ...{
        peer: `fetching and reading alone ${bare.core.toFixed(0)}`,
        ratio: `${(whole.core / bare.core).toFixed(2)}x`,
      },
    })
    return whole.core >= BAR
  } finally {
    await postgres.stop()
  }
}
