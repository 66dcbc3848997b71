import { parseArgs } from 'node:util'
import { type BenchChain, dense, openBenchChain, sparse } from './indexer/chain.ts'
import { type Lap, type Racer, race } from './indexer/race.ts'
import { benchUpsets } from './indexer/upsets.ts'
import type { Run } from './run.ts'
import { table } from './table.ts'

type Tell = (line: string) => void
type Laps = Map<Racer, Lap[]>
type Settings = {
  runs: number
  transfers: number
  densities: number[]
  blocks: number
  limitMs: number
  kills: number
  peers: number
  part: string | undefined
}
type Verdict = { what: string; value: string; bar: string; held: boolean }

function settingsOf(flags: readonly string[]): Settings {
  const text = { type: 'string' } as const
  const options = {
    ...{ runs: text, transfers: text, densities: text, blocks: text, limit: text },
    ...{ kills: text, peers: text, part: text },
  }
  const { values } = parseArgs({ args: [...flags], options })
  return {
    runs: Number(values.runs ?? 5),
    transfers: Number(values.transfers ?? 100_000),
    densities: (values.densities ?? '12,100').split(',').filter(Boolean).map(Number),
    blocks: Number(values.blocks ?? 50_000),
    limitMs: Number(values.limit ?? 120) * 1_000,
    kills: Number(values.kills ?? 20),
    peers: Number(values.peers ?? 1),
    part: values.part,
  }
}

function median(values: number[]): number {
  const sorted = values.toSorted((a, b) => a - b)
  const middle = Math.floor(sorted.length / 2)
  const [low = 0, high = 0] = [sorted[(sorted.length - 1) >> 1], sorted[middle]]
  return (low + high) / 2
}

const medianOf = (laps: Laps, racer: Racer, field: 'wall' | 'cpu' | 'rss') =>
  median((laps.get(racer) ?? []).map((lap) => lap[field]))

/** How many times as long the other took, in the same run, at the median. */
function ratio(laps: Laps, other: Racer, to: Racer): number {
  const theirs = laps.get(other) ?? []
  return median((laps.get(to) ?? []).map(({ wall }, run) => (theirs[run]?.wall ?? 0) / wall))
}

/** All racers after each other, and again: what disturbs the machine disturbs all of them. */
async function alternate(
  chain: BenchChain,
  racers: readonly Racer[],
  { runs, limitMs, tell }: Settings & { tell: Tell },
): Promise<Laps> {
  const laps: Laps = new Map(racers.map((racer) => [racer, []]))
  for (let run = 1; run <= runs; run++)
    for (const racer of racers) {
      const lap = await race(racer, chain, limitMs)
      laps.get(racer)?.push(lap)
      tell(`run ${run} ${racer}: ${lap.wall.toFixed(1)} s${lap.timedOut ? ' (given up)' : ''}`)
    }
  return laps
}

function show(title: string, laps: Laps, tell: Tell): void {
  tell(title)
  const rows = [...laps.keys()].map((racer) => [
    /^\d/.test(racer) ? `ponder ${racer}` : racer,
    medianOf(laps, racer, 'wall').toFixed(1),
    medianOf(laps, racer, 'cpu').toFixed(1),
    medianOf(laps, racer, 'rss').toFixed(0),
    `${ratio(laps, racer, 'ours').toFixed(1)}x`,
    String((laps.get(racer) ?? []).filter(({ timedOut }) => timedOut).length),
  ])
  for (const line of table([
    ['who', 'wall s', 'CPU s with Postgres', 'RSS MB', 'to ours', 'given up'],
    ...rows,
  ]))
    tell(line)
}

function atLeast(what: string, value: number, bar: number): Verdict {
  return { what, value: `${value.toFixed(2)}x`, bar: `>= ${bar}x`, held: value >= bar }
}

function atMost(what: string, value: number, bar: number): Verdict {
  return { what, value: value.toFixed(1), bar: `<= ${bar}`, held: value <= bar }
}

async function benchDense(settings: Settings, perBlock: number, tell: Tell): Promise<Verdict[]> {
  const { transfers } = settings
  const chain = await openBenchChain(dense(transfers, perBlock), `dense-${transfers}-${perBlock}`)
  const name = `${perBlock} a block`
  try {
    tell(`${name}: ${chain.transfers} transfers in ${chain.head} blocks`)
    const laps = await alternate(chain, ['limit', 'ours', '1.0.0', '0.16.10'], { ...settings, tell })
    show(`${name}, medians of ${settings.runs}:`, laps, tell)
    const per100k = (medianOf(laps, 'ours', 'cpu') * 100_000) / chain.transfers
    return [
      atLeast(`${name}, ponder 1.0.0 without its limit / ours`, ratio(laps, '1.0.0', 'ours'), 10),
      atLeast(`${name}, ponder 0.16.10 as installed / ours`, ratio(laps, '0.16.10', 'ours'), 20),
      atLeast(`${name}, getLogs + COPY / ours`, ratio(laps, 'limit', 'ours'), 0.7),
      atMost(`${name}, CPU s per 100,000 with Postgres`, per100k, 4.5),
      atMost(`${name}, RSS MB`, medianOf(laps, 'ours', 'rss'), 350),
    ]
  } finally {
    await chain.stop()
  }
}

async function benchSparse(settings: Settings, tell: Tell): Promise<Verdict[]> {
  const chain = await openBenchChain(sparse(settings.blocks), `sparse-${settings.blocks}`)
  try {
    tell(`sparse: ${chain.transfers} transfers in ${chain.head} blocks`)
    const laps = await alternate(chain, ['ours', '0.16.10'], { ...settings, tell })
    show(`sparse, medians of ${settings.runs}:`, laps, tell)
    return [atLeast('sparse, ponder 0.16.10 / ours', ratio(laps, '0.16.10', 'ours'), 30)]
  } finally {
    await chain.stop()
  }
}

async function benchDensities(settings: Settings, tell: Tell): Promise<Verdict[]> {
  const verdicts: Verdict[] = []
  for (const perBlock of settings.densities) verdicts.push(...(await benchDense(settings, perBlock, tell)))
  return verdicts
}

/**
 * The backfill against Ponder from npm and against the machine's limit, in alternating runs; then reorgs and kills.
 * `--runs N` (5), `--transfers N` (100,000), `--densities N,…` a block (12, 100),
 * `--blocks N` of the sparse chain (50,000), `--limit SECONDS` of one run (120), `--kills N` (20), `--peers N` (1) kills
 * of each Ponder, `--part dense|sparse|upsets` alone.
 */
export const runIndexer: Run = async (flags, tell, note) => {
  const settings = settingsOf(flags)
  const parts = { dense: benchDensities, sparse: benchSparse, upsets: benchUpsets }
  const verdicts: Verdict[] = []
  for (const [name, bench] of Object.entries(parts))
    if (settings.part === undefined || settings.part === name) verdicts.push(...(await bench(settings, tell)))
  const rows = verdicts.map(({ what, value, bar, held }) => [what, value, bar, held ? 'held' : 'MISSED'])
  for (const line of table([['what', 'measured', 'bar', ''], ...rows])) tell(line)
  for (const { what, value, bar, held } of verdicts) note({ what, figure: value, bar, held })
  return verdicts.every(({ held }) => held)
}
