import { type ChildProcess, spawn } from 'node:child_process'
import { availableParallelism } from 'node:os'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { type ChaosServer, type ChaosUrls, startChaosServer } from './database.ts'
import { type Done, doneShape } from './done.ts'
import type { Simulation } from './simulations.ts'

type Tell = (line: string) => void

type Settings = { first: number; runs: number; size: number }

function parse({ runs: all, size }: Simulation, flags: readonly string[]): Settings {
  const text = { type: 'string' } as const
  const own = size ? { [size.flag]: text } : {}
  const { values } = parseArgs({ args: [...flags], options: { seed: text, runs: text, ...own } })
  const runs = Number(values.runs ?? (values.seed === undefined ? all : 1))
  const said = size && (values as Record<string, string | undefined>)[size.flag]
  return { first: Number(values.seed ?? 1), runs, size: Number(said ?? size?.usual ?? 0) }
}

/** Which seeds are left, and how the others ended. */
class Tally {
  readonly red: number[] = []
  readonly faults = new Map<string, number>()
  ms = 0
  #given = 0
  #ended = 0
  readonly #began = performance.now()
  readonly #first: number
  #runs: number
  readonly #tell: Tell
  readonly #simulation: Simulation

  constructor(simulation: Simulation, { first, runs }: { first: number; runs: number }, tell: Tell) {
    this.#simulation = simulation
    this.#first = first
    this.#runs = runs
    this.#tell = tell
  }

  /** No more seeds than those under way. */
  stop(): void {
    this.#runs = this.#given
  }

  next(): number | undefined {
    return this.#given < this.#runs ? this.#first + this.#given++ : undefined
  }

  add({ seed, ms, faults, red }: Done): void {
    this.ms += ms
    for (const [name, times] of faults) this.faults.set(name, (this.faults.get(name) ?? 0) + times)
    if (red !== undefined) {
      this.red.push(seed)
      this.#tell(`${red}\nAgain: npm run chaos -- ${this.#simulation.name} --seed ${seed}`)
    }
    if (++this.#ended % this.#simulation.tellEvery > 0 || this.#ended === this.#runs) return
    const perSeed = (performance.now() - this.#began) / this.#ended
    const left = Math.ceil(((this.#runs - this.#ended) * perSeed) / 60_000)
    this.#tell(
      `${this.#ended} of ${this.#runs} seeds, ${this.red.length} red, ${(1_000 / perSeed).toFixed(1)} a second, ${left} min left`,
    )
  }

  get summary(): string[] {
    const counts = [...this.faults].sort((a, b) => b[1] - a[1]).map(([name, times]) => `${name} ${times}`)
    const mean = Math.round(this.ms / Math.max(1, this.#runs - this.red.length))
    const verdict = this.red.length === 0 ? this.#simulation.verdict : `red: ${this.red.join(', ')}`
    const took = Math.round((performance.now() - this.#began) / 1_000)
    return [
      `What happened: ${counts.join(', ')}.`,
      `${this.#runs} seeds from ${this.#first} in ${took} s, ${mean} ms each: ${verdict}.`,
    ]
  }
}

type Work = {
  simulation: Simulation
  size: number
  server: ChaosServer
  simulators: number
  tally: Tally
}

/** A worker takes seeds until there are none. @returns when it is gone */
async function work({ simulation, size, server, simulators, tally }: Work): Promise<void> {
  const databases: ChaosUrls[] = []
  for (let count = 0; count < simulators; count++) databases.push(await server.create())
  const child: ChildProcess = spawn(
    process.execPath,
    [join(import.meta.dirname, 'worker.ts'), simulation.name, JSON.stringify(databases), String(size)],
    { stdio: ['ignore', 'inherit', 'inherit', 'ipc'] },
  )
  let busy = 0
  const give = () => {
    const seed = tally.next()
    if (seed !== undefined) {
      busy++
      child.send(seed)
    } else if (busy === 0 && child.connected) child.disconnect()
  }
  child.on('message', (told) => {
    if (told !== 'ready') {
      busy--
      tally.add(doneShape.parse(told))
      return give()
    }
    for (const _ of databases) give()
  })
  const code = await new Promise<number | null>((resolve) => child.once('exit', resolve))
  if (code !== 0 || busy > 0) throw new Error(`A simulator's process ended with ${code} and ${busy} seeds.`)
}

/**
 * A simulation over many seeds, on all cores: `--seed N` begins at N (and runs that one), `--runs N` takes N. An interrupt
 * ends it with what is under way.
 */
export async function runSeeds(
  simulation: Simulation,
  flags: readonly string[],
  tell: Tell,
): Promise<boolean> {
  const settings = parse(simulation, flags)
  const tally = new Tally(simulation, settings, tell)
  const server = await startChaosServer()
  const interrupt = () => tally.stop()
  process.once('SIGINT', interrupt).once('SIGTERM', interrupt)
  try {
    const cores = Math.min(simulation.isWide ? 1 : availableParallelism(), settings.runs)
    const simulators = settings.runs > cores ? simulation.perCore : 1
    const { size } = settings
    const works = Array.from({ length: cores }, () => work({ simulation, size, server, simulators, tally }))
    await Promise.all(works)
    for (const line of tally.summary) tell(line)
    return tally.red.length === 0
  } finally {
    await server.stop()
  }
}
