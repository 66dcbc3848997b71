import { once } from 'node:events'
import { setTimeout as sleep } from 'node:timers/promises'
import { parseArgs } from 'node:util'
import { type Child, startChild } from '../../test/support/child.ts'
import { freePort } from '../engines/ports.ts'
import { quantile } from './alerts/quantile.ts'
import type { Call } from './auth/load.ts'
import { type Cost, dearestStatements, forgetStatements, startCost } from './drop/cost.ts'
import type { Answered, CrowdReport, ToCrowd } from './drop/crowd.ts'
import { type DropGround, type GroundSize, openDropGround } from './drop/ground.ts'
import { type Act, dropPlanOf, RUSH_MS } from './drop/plan.ts'
import { type Truth, truthOf } from './drop/truth.ts'
import type { Note, Run } from './run.ts'
import { table } from './table.ts'

/** Our own, for the specs name none: p99, milliseconds, with the asking processes on the same machine. */
const bars = { alert: 1_000, ask: 1_000, read: 1_000 } as const
/** Processes that ask and listen: one alone would be slower than what it measures. */
const CROWDS = 2
/** From what is told to play until the first act: everybody has read their list by then. Milliseconds. */
const START_MS = 1_000
const LOOK_MS = 1_000
const DEAREST = 8
const shipping = {
  ...{ name: 'Kim Rivera', street: '12 Canal St', city: 'Portland', state: 'OR' },
  ...{ zip_code: '97201', country: 'US' },
}

type Settings = { size: GroundSize; seed: number; drain: number; profile: string | undefined }
type Means = { tell: (line: string) => void; note: Note }
type Played = { reports: CrowdReport[]; cost: Cost; oldest: number[] }

const numbers = {
  ...{ members: 2_000, asks: 500, shops: 4, reads: 60, restocks: 5, posts: 20_000, hooks: 20, contexts: 4 },
  ...{ seed: 1, drain: 60 },
}

function settingsOf(flags: readonly string[]): Settings {
  const text = { type: 'string' } as const
  const options = Object.fromEntries([...Object.keys(numbers), 'profile'].map((name) => [name, text]))
  const { values } = parseArgs({ args: [...flags], options })
  const said = Object.entries(numbers).map(([name, usual]) => [name, Number(values[name] ?? usual)])
  const { seed, drain, ...size } = Object.fromEntries(said) as typeof numbers
  return { size, seed, drain, profile: values.profile }
}

function callOf({ drops, spot, online }: DropGround, act: Act): Call {
  const { token = '', near = '', email = '' } = online[act.member] ?? {}
  if (act.kind === 'read')
    return { method: 'GET', path: `/api/community/feed?near=${near}&sort=hot&limit=20`, token }
  if (act.kind === 'report') {
    const body = { sneaker_id: spot.sneakerId, store_id: spot.storeId, size: act.size, price_minor: 11_000 }
    return { path: '/api/restocks', body, token }
  }
  const wish = {
    drop_id: drops[act.drop],
    size: '10',
    max_total_minor: 20_000,
    currency: 'USD',
    mode: 'auto',
  }
  return { path: '/api/purchase-requests', body: { ...wish, shipping, email }, token }
}

async function tellCrowd({ process: child }: Child, told: ToCrowd): Promise<unknown> {
  const answer = Promise.race([
    once(child, 'message'),
    once(child, 'exit').then(() => Promise.reject(new Error('a crowd ended'))),
  ])
  child.send(told)
  return (await answer)[0]
}

const share = <Of>(all: readonly Of[], nth: number) => all.filter((_, at) => at % CROWDS === nth)

/** How long the oldest request has waited for a worker, looked at every second. Seconds. */
async function watchQueue({ sql }: DropGround, oldest: number[], until: AbortSignal): Promise<void> {
  while (!until.aborted) {
    const [row] = await sql<{ seconds: number | null }[]>`
      select extract(epoch from now() - min(created_at))::float8 as seconds
      from app.purchase_request where state = 'queued'`
    oldest.push(row?.seconds ?? 0)
    await sleep(LOOK_MS)
  }
}

/** The rush, then so many seconds in which workers go on with what waits. */
async function play(
  ground: DropGround,
  crowds: readonly Child[],
  { size, seed, drain }: Settings,
): Promise<Played> {
  const acts = dropPlanOf(seed, size).map((act) => ({ ...act, call: callOf(ground, act) }))
  const pids = {
    ...{ web: ground.web.process.pid ?? 0, worker: ground.worker.process.pid ?? 0 },
    crowds: crowds.map(({ process: child }) => child.pid ?? 0),
  }
  await forgetStatements(ground.admin)
  const costs = await startCost(ground.sql, pids)
  const [over, oldest] = [new AbortController(), [] as number[]]
  const watching = watchQueue(ground, oldest, over.signal)
  const opensAt = Date.now() + START_MS
  await Promise.all(
    crowds.map((crowd, nth) => tellCrowd(crowd, { kind: 'play', opensAt, acts: share(acts, nth) })),
  )
  const cost = await costs()
  await sleep(drain * 1_000)
  over.abort()
  await watching
  // Whoever is at a shop ends what is behind its fence, and nothing else moves while it is counted.
  await ground.worker.stop()
  const reports = crowds.map((crowd) => tellCrowd(crowd, { kind: 'report' }))
  return { reports: (await Promise.all(reports)) as CrowdReport[], cost, oldest }
}

/** From the moment at which a report was to be sent until each socket had it. */
function alertTimes(
  reports: readonly CrowdReport[],
  plan: readonly Act[],
  opensAt: (size: string) => number,
) {
  const sizes = new Set(plan.flatMap((act) => (act.kind === 'report' ? [act.size] : [])))
  return reports.flatMap(({ heard }) =>
    heard.flatMap(([size, at]) => (sizes.has(size) ? [at - opensAt(size)] : [])),
  )
}

const ms = (value: number) => `${Math.round(value)} ms`
const told = (values: readonly number[]) => [0.5, 0.99, 1].map((part) => ms(quantile(values, part)))

function showTimes(times: Record<keyof typeof bars, number[]>, { tell }: Means): void {
  const rows = [
    ['what', 'count', 'p50', 'p99', 'most'],
    ['a restock sent -> a socket has it', String(times.alert.length), ...told(times.alert)],
    ['a checkout asked for -> accepted', String(times.ask.length), ...told(times.ask)],
    ['a feed page', String(times.read.length), ...told(times.read)],
  ]
  for (const line of table(rows)) tell(line)
}

function showRefusals(answered: readonly Answered[], { tell }: Means): void {
  const refused = answered.filter(({ status }) => status >= 300 || status === 0)
  const rows = Object.entries(
    Object.groupBy(refused, ({ kind, status, code }) => `${kind} | ${status} | ${code}`),
  )
  const cells = rows.map(([why, list]) => [...why.split(' | '), String(list?.length ?? 0)])
  for (const line of table([['refused', 'status', 'why', 'count'], ...cells])) tell(line)
}

async function showCosts(
  ground: DropGround,
  { cost, oldest, reports }: Played,
  { tell }: Means,
): Promise<void> {
  const seconds = Object.entries(cost).map(([name, value]) => `${name} ${value.toFixed(1)}`)
  tell(`Processor of the ${RUSH_MS / 1_000} s and what they left behind, seconds: ${seconds.join(', ')}.`)
  const lag = Math.max(...reports.map(({ lagMs }) => lagMs))
  tell(`Those who asked were late themselves: p99 ${ms(lag)}.`)
  tell(
    `Oldest in the queue: ${Math.round(Math.max(...oldest))} s at most, ${Math.round(oldest.at(-1) ?? 0)} s at the end.`,
  )
  const dearest = await dearestStatements(ground.admin, DEAREST)
  const rows = dearest.map((one) => [one.ms.toFixed(0), String(one.calls), one.mean.toFixed(2), one.query])
  for (const line of table([['ms', 'calls', 'mean', 'statement'], ...rows])) tell(line)
}

function showTruth({ accepted, states, orders, deliveries, wrong }: Truth, { tell }: Means): void {
  const list = (counts: Record<string, number>) =>
    Object.entries(counts)
      .map(([name, count]) => `${name} ${count}`)
      .join(', ') || 'none'
  tell(`${accepted} accepted, now: ${list(states)}. The shops count ${orders} orders.`)
  tell(`Deliveries to members' own addresses: ${list(deliveries)}.`)
  for (const one of wrong) tell(`WRONG: ${one}.`)
}

/** @returns whether every bar held */
function judge(times: Record<keyof typeof bars, number[]>, { wrong }: Truth, { note }: Means): boolean {
  const whats = { alert: 'from a restock to a socket', ask: 'a checkout accepted', read: 'a feed page' }
  const isQuick = (Object.keys(bars) as (keyof typeof bars)[]).map((name) => {
    const p99 = quantile(times[name], 0.99)
    const held = p99 <= bars[name]
    note({ what: `a drop: ${whats[name]}, p99`, figure: ms(p99), bar: `<= ${bars[name]} ms (our own)`, held })
    return held
  })
  const figure = wrong.length === 0 ? 'nothing' : wrong.join('; ')
  note({ what: 'a drop: lost, twice or untrue', figure, bar: 'nothing', held: wrong.length === 0 })
  return isQuick.every(Boolean) && wrong.length === 0
}

async function measure(
  ground: DropGround,
  crowds: readonly Child[],
  all: { settings: Settings; means: Means },
) {
  const { settings, means } = all
  const { origin, online } = ground
  await Promise.all(
    crowds.map((crowd, nth) => tellCrowd(crowd, { kind: 'open', origin, online: share(online, nth) })),
  )
  means.tell(`${online.length} members are online.`)
  const played = await play(ground, crowds, settings)
  const answered = played.reports.flatMap((report) => report.answered)
  const of = (kind: Act['kind']) =>
    answered.filter((one) => one.kind === kind && one.status < 300 && one.status > 0)
  const plan = dropPlanOf(settings.seed, settings.size)
  const first = Math.min(...of('report').map(({ at }) => at))
  const reportAt = new Map(plan.flatMap((act) => (act.kind === 'report' ? [[act.size, first + act.at]] : [])))
  const times = {
    alert: alertTimes(played.reports, plan, (size) => reportAt.get(size) ?? Number.NaN),
    ask: of('ask').map((one) => one.ms),
    read: of('read').map((one) => one.ms),
  }
  const truth = await truthOf(ground, played.reports)
  showTimes(times, means)
  showRefusals(answered, means)
  showTruth(truth, means)
  await showCosts(ground, played, means)
  return judge(times, truth, means)
}

/**
 * A drop: `--members` (2,000) online over sockets, `--restocks` (5) told, `--asks` (500) for a checkout within ten seconds at
 * `--shops` (4), `--reads` (60) feed pages a second, one member who holds the button down; then `--drain` (60) seconds for the
 * workers. `--contexts` (4) of the worker, `--posts` (20,000) in the feed, `--hooks` (20) members with an address of their own,
 * `--seed`, `--profile FOLDER` for the web process's CPU profile. Red when something is lost, twice or untrue, or a p99 over a second.
 */
export const runDrop: Run = async (flags, tell, note) => {
  const settings = settingsOf(flags)
  const hookPort = await freePort()
  const crowds: Child[] = []
  const hookUrl = `http://127.0.0.1:${hookPort}`
  const ground = await openDropGround(settings.size, { hookUrl, profile: settings.profile })
  try {
    for (let nth = 0; nth < CROWDS; nth++) {
      const port = nth === 0 ? hookPort : await freePort()
      crowds.push(await startChild('scripts/bench/drop/crowd.ts', { HOOK_PORT: String(port) }))
    }
    return await measure(ground, crowds, { settings, means: { tell, note } })
  } finally {
    await Promise.all(crowds.map((crowd) => crowd.kill()))
    await ground.close()
  }
}
