import { setTimeout as sleep } from 'node:timers/promises'
import type { Random } from '../../core/random.ts'
import type { CheckoutWorld } from './checkout.ts'
import type { Child } from './child.ts'
import type { Doom } from './kill-checkout-plan.ts'
import { browsersOf, livingGroups, ownerOf } from './kill-processes.ts'
import { type Cut, type FaultyPostgres, startFaultyPostgres } from './sim-postgres.ts'

type Worker = { child: Child; pid: number; postgres: FaultyPostgres; over: boolean; lost: { yet: boolean } }

export type CrewOptions = {
  world: CheckoutWorld
  appUrl: string
  random: Random
  /** Whether the connection is lost at this message to the database. */
  cut: () => Cut
  onFault: (name: string) => void
  /** A worker ended that nobody ended. */
  onEnd: (error: Error) => void
}

const RECONCILE_SECONDS = 3
const REVIEW_SECONDS = 240
/** A supervisor starts another after so long, at most. Milliseconds. */
const RESTART_MS = 1_500

/** Workers as processes of their own, their browsers, and what befalls them. */
export class Crew {
  /** SIGKILLs of whole workers. */
  kills = 0
  readonly #groups = new Set<number>()
  readonly #sleeps = new Set<Promise<void>>()
  #workers: Worker[] = []
  #isOver = false
  readonly #options: CrewOptions

  constructor(options: CrewOptions) {
    this.#options = options
  }

  async start(): Promise<void> {
    const { appUrl, cut } = this.#options
    const lost = { yet: false }
    const postgres = await startFaultyPostgres(appUrl, () => {
      const when = cut()
      lost.yet ||= when !== undefined
      return when
    })
    const child = await this.#open(postgres.url).catch((error: Error) => {
      postgres.kill()
      // It ends before it is ready when it cannot set up its queue.
      if (!lost.yet) throw error
    })
    if (!child) return this.#isOver ? undefined : this.start()
    const worker: Worker = { child, pid: child.process.pid ?? 0, postgres, over: false, lost }
    child.process.once('exit', (code) => this.#ended(worker, code))
    this.#workers.push(worker)
    if (this.#isOver) await this.#kill(worker)
  }

  #open(appUrl: string): Promise<Child> {
    const settings = { reviewSeconds: REVIEW_SECONDS, reconcileSeconds: RECONCILE_SECONDS }
    return this.#options.world.openWorker({ ...settings, appUrl, output: 'ignore' })
  }

  #ended(worker: Worker, code: number | null): void {
    if (worker.over) return
    worker.over = true
    worker.postgres.kill()
    // Both clients of Postgres die of a lost connection at one moment or another; the supervisor starts another worker.
    if (!worker.lost.yet) this.#options.onEnd(new Error(`a worker ended by itself, with ${code}`))
    this.#options.onFault('worker ended by a lost connection')
    this.#replace()
  }

  #replace(): void {
    if (this.#isOver) return
    void sleep(this.#options.random(RESTART_MS))
      .then(() => (this.#isOver ? undefined : this.start()))
      .catch(this.#options.onEnd)
  }

  #living(): Worker[] {
    return this.#workers.filter(({ over }) => !over)
  }

  /** Whose connection comes from this port; any where nobody knows. */
  #victim(port: number): Worker | undefined {
    const living = this.#living()
    const owner =
      port > 0
        ? ownerOf(
            port,
            living.map(({ pid }) => pid),
          )
        : undefined
    return living.find(({ pid }) => pid === owner) ?? living[this.#options.random(living.length || 1)]
  }

  /** Remembers the browsers there are: they must be gone when their workers are. */
  note(): void {
    for (const { pid } of this.#living()) for (const group of browsersOf(pid)) this.#groups.add(group)
  }

  async #kill(worker: Worker): Promise<void> {
    worker.over = true
    for (const group of browsersOf(worker.pid)) this.#groups.add(group)
    await worker.child.kill()
    worker.postgres.kill()
  }

  #sleep(wake: () => void, ms: number): void {
    const slept: Promise<void> = sleep(ms).then(() => {
      wake()
      this.#sleeps.delete(slept)
    })
    this.#sleeps.add(slept)
  }

  #freezeBrowsers(worker: Worker, ms: number): void {
    const groups = browsersOf(worker.pid)
    signalAll(groups, 'SIGSTOP')
    this.#sleep(() => signalAll(groups, 'SIGCONT'), ms)
  }

  /** @param port where the order's request came from whose worker is meant; 0 for any worker */
  async suffer({ act, for: ms }: Doom, port: number): Promise<void> {
    const worker = this.#victim(port)
    if (!worker || this.#isOver) return
    this.#options.onFault(act)
    if (act === 'SIGKILL') {
      this.kills++
      await this.#kill(worker)
      return this.#replace()
    }
    if (act === 'database lost') {
      worker.lost.yet = true
      return worker.postgres.cut()
    }
    if (act === 'browser SIGKILL') return signalAll(browsersOf(worker.pid), 'SIGKILL')
    if (act === 'browser asleep') return this.#freezeBrowsers(worker, ms)
    signal(worker.pid, 'SIGSTOP')
    this.#sleep(() => signal(worker.pid, 'SIGCONT'), ms)
    // Somebody has to find what it left.
    if (this.#living().length < 2) await this.start()
  }

  /** Resolves when nobody sleeps any more. */
  async awake(): Promise<void> {
    while (this.#sleeps.size > 0) await Promise.all(this.#sleeps)
  }

  /** Ends all workers; SIGTERM when told so, SIGKILL else. */
  async end(gently: boolean): Promise<void> {
    this.#isOver = true
    await this.awake()
    this.note()
    const living = this.#living()
    for (const worker of living) worker.over = true
    await Promise.all(
      living.map(async ({ child, postgres }) => {
        await (gently ? child.stop() : child.kill())
        postgres.kill()
      }),
    )
  }

  /** Browsers that outlive their workers. */
  zombies(): number[] {
    return livingGroups(this.#groups)
  }
}

function signal(pid: number, name: NodeJS.Signals): void {
  try {
    process.kill(pid, name)
  } catch {
    // It is gone already.
  }
}

/** Whole groups of processes. */
function signalAll(groups: number[], name: NodeJS.Signals): void {
  for (const group of groups) signal(-group, name)
}
