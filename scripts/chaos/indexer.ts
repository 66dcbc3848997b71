import { parseArgs } from 'node:util'
import { openSimulator, type Simulator } from '../../test/support/sim.ts'
import { startMirrorDatabase } from './database.ts'

const DEFAULT_RUNS = 10_000
const TELL_EVERY = 100

function parse(flags: readonly string[]): { first: number; runs: number } {
  const options = { seed: { type: 'string' }, runs: { type: 'string' } } as const
  const { values } = parseArgs({ args: [...flags], options })
  const runs = Number(values.runs ?? (values.seed === undefined ? DEFAULT_RUNS : 1))
  return { first: Number(values.seed ?? 1), runs }
}

type Tally = { red: number[]; faults: Map<string, number>; ms: number }

async function runAll(simulator: Simulator, seeds: number[], tell: (line: string) => void): Promise<Tally> {
  const tally: Tally = { red: [], faults: new Map(), ms: 0 }
  for (const [index, seed] of seeds.entries()) {
    try {
      const { faults, ms } = await simulator.run(seed)
      tally.ms += ms
      for (const [name, times] of faults) tally.faults.set(name, (tally.faults.get(name) ?? 0) + times)
    } catch (error) {
      tally.red.push(seed)
      tell((error as Error).message)
      tell(`Again: npm run chaos -- indexer --seed ${seed}`)
    }
    if ((index + 1) % TELL_EVERY === 0) tell(`${index + 1} of ${seeds.length} seeds, ${tally.red.length} red`)
  }
  return tally
}

/** The fault simulator over many seeds: `--seed N` begins at N (and runs that one), `--runs N` takes N of them. */
export async function chaosIndexer(flags: readonly string[], tell: (line: string) => void): Promise<boolean> {
  const { first, runs } = parse(flags)
  const database = await startMirrorDatabase()
  try {
    const simulator = await openSimulator(database.databaseUrl)
    const seeds = Array.from({ length: runs }, (_, index) => first + index)
    const { red, faults, ms } = await runAll(simulator, seeds, tell)
    await simulator.close()
    const counts = [...faults].sort((a, b) => b[1] - a[1]).map(([name, times]) => `${name} ${times}`)
    tell(`What happened: ${counts.join(', ')}.`)
    const mean = Math.round(ms / Math.max(1, runs - red.length))
    tell(
      `${runs} seeds from ${first}, ${mean} ms each: ${red.length === 0 ? 'every mirror equals its chain' : `red: ${red.join(', ')}`}.`,
    )
    return red.length === 0
  } finally {
    await database.stop()
  }
}
