import { table } from '../table.ts'
import { dense, openBenchChain } from './chain.ts'
import type { ContenderName } from './contender.ts'
import { PONDERS } from './ponder.ts'
import { measureRecoveries, type Recovery } from './recover.ts'
import { measureReorgs, type Reorgs } from './reorg.ts'

type Tell = (line: string) => void
type Verdict = { what: string; value: string; bar: string; held: boolean }
export type UpsetSettings = {
  /** Of the chain in whose backfill a process is killed. */
  transfers: number
  /** Of ours, in the backfill and as many at the head. */
  kills: number
  /** Kills of each peer; with 0 they stay away, from the reorgs too. */
  peers: number
  limitMs: number
}

const SETTLED_MS = 300
const IN_STEP_MS = 3_000
/** Through all forms; ours goes through every depth from 1 to 20. */
const PEER_DEPTHS = [1, 5, 20]

const sorted = (values: (number | undefined)[]) =>
  values.map((value) => value ?? Number.POSITIVE_INFINITY).sort((a, b) => a - b)
const at = (values: (number | undefined)[], share: number) => {
  const all = sorted(values)
  return all[Math.floor((all.length - 1) * share)] ?? Number.NaN
}
const nameOf = (name: ContenderName) => (name === 'ours' ? name : `ponder ${name}`)
const figures = (times: (number | undefined)[]) => [
  String(times.length),
  at(times, 0.5).toFixed(0),
  at(times, 1).toFixed(0),
]

function show(title: string, rows: string[][], tell: Tell): void {
  tell(title)
  for (const line of table([['who', 'where', 'times', 'p50 ms', 'p100 ms', 'wrong'], ...rows])) tell(line)
}

function verdicts(
  what: string,
  { times, wrong, bar }: { times: (number | undefined)[]; wrong: number; bar: number },
) {
  const worst = at(times, 1)
  return [
    { what: `${what}, p100 ms`, value: worst.toFixed(0), bar: `<= ${bar}`, held: worst <= bar },
    { what: `${what}, times with wrong rows`, value: String(wrong), bar: '0', held: wrong === 0 },
  ]
}

const formRows = ({ name, settlings, wrong }: Reorgs): string[][] => {
  const forms = [...new Set(settlings.map(({ form }) => form))]
  const each = forms.map((form) => settlings.filter((one) => one.form === form).map(({ ms }) => ms))
  const all = settlings.map(({ ms }) => ms)
  return [
    ...forms.map((form, index) => [nameOf(name), form, ...figures(each[index] ?? []), '']),
    [nameOf(name), 'all', ...figures(all), String(wrong)],
  ]
}

async function benchReorgs(names: ContenderName[], tell: Tell): Promise<Verdict[]> {
  const all = await measureReorgs(names, PEER_DEPTHS, tell)
  show('reorgs, from the replaced chain to the settled mirror:', all.flatMap(formRows), tell)
  const ours = all.find(({ name }) => name === 'ours')
  const times = ours?.settlings.map(({ ms }) => ms) ?? []
  return verdicts('reorg of depth 1-20, any form', { times, wrong: ours?.wrong ?? 0, bar: SETTLED_MS })
}

/** Of the chain whose backfill is killed. */
const PER_BLOCK = 100

async function benchRecoveries(
  names: ContenderName[],
  settings: UpsetSettings,
  tell: Tell,
): Promise<Verdict[]> {
  const { transfers, kills, peers, limitMs } = settings
  const chain = await openBenchChain(dense(transfers, PER_BLOCK), `dense-${transfers}-${PER_BLOCK}`)
  let all: Recovery[]
  try {
    all = await measureRecoveries(chain, { names, kills: { ours: kills, peers }, limitMs, tell })
  } finally {
    await chain.stop()
  }
  const of = (name: ContenderName, where?: string) =>
    all.filter((one) => one.name === name && (where === undefined || one.where === where))
  const wrongOf = (some: Recovery[]) => some.filter(({ isWrong }) => isWrong).length
  const timesOf = (some: Recovery[]) => some.map(({ ms }) => ms)
  const rows = names.flatMap((name) =>
    (['backfill', 'head'] as const).map((where) => {
      const some = of(name, where)
      return [nameOf(name), where, ...figures(timesOf(some)), String(wrongOf(some))]
    }),
  )
  show('kill -9, from the restart to being in step:', rows, tell)
  const ours = of('ours')
  return verdicts('kill -9 anywhere', { times: timesOf(ours), wrong: wrongOf(ours), bar: IN_STEP_MS })
}

/** Reorgs and kills: how long until the mirror is the chain's again, and whether it is; beside Ponder. */
export async function benchUpsets(settings: UpsetSettings, tell: Tell): Promise<Verdict[]> {
  const names: ContenderName[] = settings.peers > 0 ? ['ours', ...PONDERS] : ['ours']
  return [...(await benchReorgs(names, tell)), ...(await benchRecoveries(names, settings, tell))]
}
