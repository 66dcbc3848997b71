import { once } from 'node:events'
import { setTimeout as sleep } from 'node:timers/promises'
import { parseArgs } from 'node:util'
import { alertGround, sayAlert } from '../../../test/support/alerts.ts'
import { type Child, startChild } from '../../../test/support/child.ts'
import { freePort } from '../../engines/ports.ts'
import type { Run } from '../run.ts'
import { table } from '../table.ts'
import type { Report } from './fanout/ears.ts'
import { type Ground, openGround } from './ground.ts'
import { quantile } from './quantile.ts'

/** p99 of ours against that of bare `ws`. */
const BAR = 1.5
/** Processes that share the sockets: one alone would be slower than what it measures. */
const CROWDS = 2
const GIVE_UP_MS = 60_000

type Side = { name: string; crowds: Child[]; ms: number[]; due: number; sample: string }

async function openCrowds(url: string, sockets: number): Promise<Child[]> {
  const env = { URL_OF_SERVER: url, EARS: String(sockets / CROWDS) }
  return Promise.all(
    Array.from({ length: CROWDS }, () => startChild('scripts/bench/alerts/fanout/ears.ts', env)),
  )
}

async function ask({ process: child }: Child): Promise<Report> {
  const answer = once(child, 'message')
  child.send({})
  return (await answer)[0] as Report
}

/** One alert, waited for until all have it; what is missing after a minute is lost. */
async function round(side: Side, sockets: number, say: () => Promise<unknown> | unknown): Promise<void> {
  side.due += sockets
  await say()
  let left = sockets
  for (const end = Date.now() + GIVE_UP_MS; left > 0 && Date.now() < end; await sleep(300))
    for (const crowd of side.crowds) {
      const { ms, sample } = await ask(crowd)
      side.ms.push(...ms)
      left -= ms.length
      side.sample = sample || side.sample
    }
}

function show(sides: readonly Side[], tell: (line: string) => void): void {
  const rows = sides.map(({ name, ms, due }) => [
    ...[name, `${ms.length} of ${due}`],
    ...[0.5, 0.99, 1].map((share) => `${quantile(ms, share)} ms`),
  ])
  for (const line of table([['server', 'delivered', 'p50', 'p99', 'last'], ...rows])) tell(line)
}

type Setting = { ground: Ground; sockets: number; alerts: number }

async function measure({ ground, sockets, alerts }: Setting, children: Child[]): Promise<[Side, Side]> {
  const side = async (name: string, url: string): Promise<Side> => {
    const crowds = await openCrowds(url, sockets)
    children.push(...crowds)
    return { name, crowds, ms: [], due: 0, sample: '' }
  }
  const port = await freePort()
  const bareServer = await startChild('scripts/bench/alerts/fanout/bare.ts', { PORT: String(port) })
  children.push(bareServer)
  const gateway = new URL(await ground.gateway())
  const ours = await side('SNPD', `ws://127.0.0.1:${gateway.port}/rt/?EIO=4&transport=websocket`)
  const bare = await side('bare ws', `ws://127.0.0.1:${port}`)
  const spot = await alertGround(ground.sql)
  // The first of each is not counted: code is compiled and buffers grow.
  for (let nth = 0; nth <= alerts; nth++) {
    for (const each of [ours, bare]) if (nth === 1) Object.assign(each, { ms: [], due: 0 })
    await round(ours, sockets, () => sayAlert(ground.sql, spot))
    await round(bare, sockets, () => void bareServer.process.send(ours.sample))
  }
  return [ours, bare]
}

/**
 * One alert to thousands of sockets, in turn through a gateway of ours and through bare `ws`, with the same text and the same
 * clients in processes of their own. `--sockets` (5000), `--alerts` (20). Red when one is lost, or when p99 is over 1.5 times
 * that of bare `ws`.
 */
export const runFanout: Run = async (flags, tell, note) => {
  const text = { type: 'string' } as const
  const { values } = parseArgs({ args: [...flags], options: { sockets: text, alerts: text } })
  const setting = { sockets: Number(values.sockets ?? 5000), alerts: Number(values.alerts ?? 20) }
  const children: Child[] = []
  const ground = await openGround()
  try {
    const [ours, bare] = await measure({ ground, ...setting }, children)
    show([ours, bare], tell)
    const ratio = quantile(ours.ms, 0.99) / quantile(bare.ms, 0.99)
    tell(`p99 is ${ratio.toFixed(2)} times that of bare ws (bar: ${BAR})`)
    const isWhole = [ours, bare].every(({ ms, due }) => ms.length === due)
    const what = `one alert to ${setting.sockets} sockets: all, and p99`
    const [figure, peer] = [ours, bare].map(({ ms }) => `${quantile(ms, 0.99).toFixed(0)} ms`)
    note({
      ...{ what, figure: figure ?? '', bar: `all, <= ${BAR}x`, held: isWhole && ratio <= BAR },
      ...{ peer: `bare ws ${peer}`, ratio: `${ratio.toFixed(2)}x` },
    })
    return isWhole && ratio <= BAR
  } finally {
    await Promise.all(children.map((child) => child.kill()))
    await ground.close()
  }
}
