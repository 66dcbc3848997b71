import { type ChildProcess, spawn } from 'node:child_process'
import { availableParallelism } from 'node:os'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { type MirrorServer, startMirrorServer } from './database.ts'
import { type Done, doneShape } from './done.ts'

type Tell = (line: string) => void

const DEFAULT_RUNS = 10_000
const TELL_EVERY = 100
/** Most of a run is waiting. */
const SIMULATORS_PER_CORE = 2

function parse(flags: readonly string[]): { first: number; runs: number } {
  const options = { seed: { type: 'string' }, runs: { type: 'string' } } as const
  const { values } = parseArgs({ args: [...flags], options })
  const runs = Number(values.runs ?? (values.seed === undefined ? DEFAULT_RUNS : 1))
  return { first: Number(values.seed ?? 1), runs }
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

  constructor({ first, runs }: { first: number; runs: number }, tell: Tell) {
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
      this.#tell(`${red}\nAgain: npm run chaos -- indexer --seed ${seed}`)
    }
    if (++this.#ended % TELL_EVERY > 0 || this.#ended === this.#runs) return
    const perSeed = (performance.now() - this.#began) / this.#ended
    const left = Math.ceil(((this.#runs - this.#ended) * perSeed) / 60_000)
    this.#tell(
      `${this.#ended} of ${this.#runs} seeds, ${this.red.length} red, ${(1_000 / perSeed).toFixed(1)} a second, ${left} min left`,
    )
  }

  get summary(): string[] {
    const counts = [...this.faults].sort((a, b) => b[1] - a[1]).map(([name, times]) => `${name} ${times}`)
    const mean = Math.round(this.ms / Math.max(1, this.#runs - this.red.length))
    const verdict = this.red.length === 0 ? 'every mirror equals its chain' : `red: ${this.red.join(', ')}`
    const took = Math.round((performance.now() - this.#began) / 1_000)
    return [
      `What happened: ${counts.join(', ')}.`,
      `${this.#runs} seeds from ${this.#first} in ${took} s, ${mean} ms each: ${verdict}.`,
    ]
  }
}

/** A worker takes seeds until there are none. @returns when it is gone */
async function work(server: MirrorServer, simulators: number, tally: Tally): Promise<void> {
  const databases: string[] = []
  for (let count = 0; count < simulators; count++) databases.push(await server.create())
  const child: ChildProcess = spawn(
    process.execPath,
    [join(import.meta.dirname, 'worker.ts'), JSON.stringify(databases)],
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
 * The fault simulator over many seeds, on all cores: `--seed N` begins at N (and runs that one), `--runs N` takes N. An
 * interrupt ends it with what is under way.
 */
export async function chaosIndexer(flags: readonly string[], tell: Tell): Promise<boolean> {
  const settings = parse(flags)
  const tally = new Tally(settings, tell)
  const server = await startMirrorServer()
  const interrupt = () => tally.stop()
  process.once('SIGINT', interrupt).once('SIGTERM', interrupt)
  try {
    const cores = Math.min(availableParallelism(), settings.runs)
    const each = settings.runs > 1 ? SIMULATORS_PER_CORE : 1
    await Promise.all(Array.from({ length: cores }, () => work(server, each, tally)))
    for (const line of tally.summary) tell(line)
    return tally.red.length === 0
  } finally {
    await server.stop()
  }
}
