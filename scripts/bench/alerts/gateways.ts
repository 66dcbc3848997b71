import { parseArgs } from 'node:util'
import { alertGround, sayAlert } from '../../../test/support/alerts.ts'
import { haveRedis, startRedis } from '../../../test/support/external.ts'
import { Ear } from '../../../test/support/storm-ears.ts'
import type { Run } from '../run.ts'
import { table } from '../table.ts'
import { type Ground, openGround } from './ground.ts'
import { quantile } from './quantile.ts'
import { until } from './until.ts'

/** Sockets at each of the two. */
const EARS = 50

type Told = { name: string; heard: number; due: number; ms: number[]; between: number[] }

const isWhole = ({ heard, due }: Told) => heard === due

/** Alerts written one after the other, each heard by all sockets of both. */
async function measure(
  ground: Ground,
  { name, env, count }: { name: string; env: Record<string, string>; count: number },
): Promise<Told> {
  const origins = [await ground.gateway(env), await ground.gateway(env)]
  const ears = origins.flatMap((origin) => Array.from({ length: EARS }, () => new Ear(origin, [{}])))
  try {
    await Promise.all(ears.map(({ ready }) => ready))
    const spot = await alertGround(ground.sql)
    const said = new Map<string, number>()
    for (let nth = 0; nth < count; nth++) {
      const began = Date.now()
      const restock = await sayAlert(ground.sql, spot)
      said.set(restock, began)
      await until(() => ears.every(({ heard }) => heard.length > nth), `alert ${nth} did not reach all`)
    }
    const all = ears.map(({ heard }) => heard)
    const ms = all.flatMap((heard) =>
      heard.map(({ alert, at }) => at - (said.get(restockOf(alert)) ?? Number.NaN)),
    )
    const [here, there] = [all[0] ?? [], all[EARS] ?? []]
    const between = here.map(({ at }, nth) => Math.abs(at - (there[nth]?.at ?? Number.NaN)))
    return { name, heard: all.flat().length, due: count * ears.length, ms, between }
  } finally {
    for (const ear of ears) ear.close()
  }
}

const restockOf = (alert: Ear['heard'][number]['alert']) => (alert.kind === 'restock' ? alert.restock_id : '')

/** Two web processes with sockets at each: every alert of the log reaches all of both, over either adapter; `--alerts` (100). */
export const runGateways: Run = async (flags, tell, note) => {
  const { values } = parseArgs({ args: [...flags], options: { alerts: { type: 'string' } } })
  const count = Number(values.alerts ?? 100)
  const ground = await openGround()
  const redis = haveRedis() ? await startRedis() : undefined
  try {
    const told = [await measure(ground, { name: 'Postgres', env: {}, count })]
    if (redis) told.push(await measure(ground, { name: 'Redis', env: { REDIS_URL: redis.url }, count }))
    const rows = told.map(({ name, heard, due, ms, between }) => [
      ...[name, `${heard} of ${due}`],
      ...[quantile(ms, 0.5), quantile(ms, 0.99), quantile(between, 0.99)].map((each) => `${each} ms`),
    ])
    const header = ['adapter', 'delivered', 'written to heard, p50', 'p99', 'one process to the other, p99']
    for (const line of table([header, ...rows])) tell(line)
    for (const each of told)
      note({
        what: `two web processes over ${each.name}: every alert to every socket`,
        ...{ figure: `${each.heard} of ${each.due}`, bar: 'all', held: isWhole(each) },
      })
    return told.every(isWhole) && redis !== undefined
  } finally {
    await redis?.stop()
    await ground.close()
  }
}
