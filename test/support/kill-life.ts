import { type Fate, type KillNode, startKillNode } from './kill-node.ts'
import type { Doom, Plan } from './kill-plan.ts'
import type { Setting } from './kill-setting.ts'
import { type Cut, type FaultyPostgres, startFaultyPostgres } from './sim-postgres.ts'
import type { Nursery } from './sim-process.ts'

type Running = Awaited<ReturnType<Nursery<object>['start']>>
export type LifeOptions = {
  setting: Setting
  plan: Plan
  isCalm: () => boolean
  /** The world's turn, before a request is answered. */
  onRequest: () => Promise<void>
  /** It says something to the database. */
  onMessage: () => void
  onFault: (name: string) => void
  /** It was killed. */
  onDeath: (life: Life) => void
  /** It ended by itself, which nothing makes it do. */
  onEnd: (error: unknown) => void
}

/** A worker as a process of its own, its ways to the node and the database, and when it is to die. */
export class Life {
  over = false
  #doom: Doom
  #requests = 0
  #messages = 0
  #running: Running | undefined
  #node: KillNode | undefined
  #postgres: FaultyPostgres | undefined
  readonly #options: LifeOptions

  constructor(options: LifeOptions) {
    this.#options = options
    this.#doom = options.plan.doom()
  }

  async start(): Promise<void> {
    const { setting, plan, onFault, onEnd } = this.#options
    const { chain, appUrl, nursery, options } = setting
    this.#node = await startKillNode({
      ...{ chain, onFault, random: plan.node },
      fate: () => this.#fate(),
      kill: () => this.kill(),
    })
    this.#postgres = await startFaultyPostgres(appUrl, () => this.#onMessage())
    const ways = { rpcUrl: this.#node.url, databaseUrl: this.#postgres.url }
    this.#running = await nursery.start({ ...options, ...plan.settings, ...ways })
    const unasked = (error: unknown) => {
      if (!this.over) onEnd(error)
    }
    this.#running.done.then(() => this.#died(), unasked)
    // It may have been killed while it started.
    if (this.over) await this.#running.kill()
  }

  async #fate(): Promise<Fate> {
    const { isCalm, onRequest, onFault } = this.#options
    await onRequest()
    const { by, at, when } = this.#doom
    if (isCalm()) return 'sound'
    if (by !== 'request' || ++this.#requests !== at) return 'any'
    onFault(`SIGKILL ${when} a request`)
    return when === 'before' ? 'dies before' : 'dies after'
  }

  #onMessage(): Cut {
    const { isCalm, onMessage, onFault, plan } = this.#options
    onMessage()
    if (isCalm() || this.over) return undefined
    const { by, at, when } = this.#doom
    if (by === 'message' && ++this.#messages === at) {
      onFault(`SIGKILL ${when} a message`)
      void this.kill()
      return when
    }
    if (plan.database(1_000) >= plan.cuts) return undefined
    onFault('database lost')
    return plan.database(2) === 0 ? 'before' : 'after'
  }

  /** Of what dieOfLostSocket tells of: another takes its place, as with any other death. */
  async #died(): Promise<void> {
    if (this.over) return
    this.#options.onFault('died of a lost socket')
    await this.kill()
  }

  /** SIGKILL, at once; resolves when it is gone. */
  async kill(): Promise<void> {
    if (this.over) return
    await this.end()
    this.#options.onDeath(this)
  }

  async end(): Promise<void> {
    this.over = true
    const gone = this.#running?.kill()
    this.#node?.close()
    // What it sent before it died arrives all the same: only its own end of the connections is lost.
    await gone
    this.#postgres?.kill()
  }

  /** SIGSTOP and SIGCONT: it sleeps through what happens meanwhile, and then goes on with what it was at. */
  signal(name: 'SIGSTOP' | 'SIGCONT'): void {
    if (!this.over) this.#running?.child.kill(name)
  }

  /** Takes all its sessions away, of which it hears when it is awake. */
  loseDatabase(): void {
    this.#postgres?.cut()
  }
}
