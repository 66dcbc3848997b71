import { pino } from 'pino'
import type { Sql } from '../../db/client.ts'
import { contractsOf } from '../../indexer/decode/contracts.ts'
import { type IndexerOptions, startIndexer } from '../../indexer/start.ts'
import { type FaultyRpc, startFaultyRpc } from './faulty-rpc.ts'
import type { SimChain } from './sim-chain.ts'
import type { Plan } from './sim-plan.ts'
import { type Cut, type FaultyPostgres, startFaultyPostgres } from './sim-postgres.ts'
import type { Nursery, Running } from './sim-process.ts'

const silent = pino({ level: 'silent' })

/** What an indexer that is a process is told. */
export type ProcessOptions = Omit<IndexerOptions, 'logger'>
export type Setting = { chain: SimChain; databaseUrl: string; sql: Sql; nursery: Nursery<ProcessOptions> }

/** A running indexer, and its own ways to the node and the database. */
class Life {
  over = false
  running: Running | undefined
  rpc: FaultyRpc | undefined
  postgres: FaultyPostgres | undefined

  /** As a SIGKILL would: whatever was under way is lost. */
  async end(): Promise<void> {
    this.over = true
    this.rpc?.kill()
    this.postgres?.kill()
    await this.running?.kill()
  }
}

/** One run: the world around the indexers, all of it moved by their own requests. */
export class Run {
  readonly faults = new Map<string, number>()
  requests = 0
  failure: unknown
  #messages = 0
  #turn: Promise<unknown> = Promise.resolve()
  readonly #lives: Life[] = []
  readonly #setting: Setting
  readonly #plan: Plan

  constructor(setting: Setting, plan: Plan) {
    this.#setting = setting
    this.#plan = plan
  }

  get isCalm(): boolean {
    return this.requests > this.#plan.calm
  }

  #count(name: string): void {
    this.faults.set(name, (this.faults.get(name) ?? 0) + 1)
  }

  /** Most reorgs come when it hurts: after a look at the chain and before the logs that it led to. */
  async #act(isForLogs: boolean): Promise<void> {
    const { world } = this.#plan
    const { chain, sql } = this.#setting
    const kind = world(100)
    if (kind < (isForLogs ? 35 : 8)) {
      this.#count('reorg')
      await chain.reorg(world)
      if (world(2) === 0) await chain.grow(world, 1 + world(4))
    } else if (kind < 50) {
      this.#count('growth')
      await chain.grow(world)
    } else if (kind === 99) {
      this.#count('sessions ended')
      await sql`select pg_terminate_backend(pid) from pg_stat_activity
        where application_name = 'snpd-indexer' and datname = current_database()`
    } else return
    for (const { over, rpc } of this.#lives) if (!over) rpc?.announce(chain.now().length - 1)
  }

  /** The world's turn, one at a time, before a request is answered. */
  async #onRequest(life: Life, isForLogs: boolean): Promise<boolean> {
    if (life.over) throw new Error('asked by the dead')
    const turn = this.#turn.then(async () => {
      this.requests++
      if (this.isCalm) return
      await this.#act(isForLogs)
      const { killedAtRequest, secondWriterAt } = this.#plan
      if (this.requests === secondWriterAt) {
        this.#count('second writer')
        await this.start()
      }
      if (killedAtRequest.has(this.requests)) await this.#kill(life)
    })
    this.#turn = turn
    await turn
    return this.isCalm
  }

  async #kill(life: Life): Promise<void> {
    if (life.over) return
    this.#count(this.#plan.isProcess ? 'SIGKILL' : 'kill')
    await life.end()
    if (this.#plan.world(2) === 0) await this.#act(true)
    await this.start()
  }

  #onMessage(life: Life): Cut {
    if (this.isCalm || life.over) return undefined
    const { database, killedAtMessage, cuts } = this.#plan
    this.#messages++
    const cut: Cut = database(2) === 0 ? 'before' : 'after'
    if (killedAtMessage.has(this.#messages)) {
      this.#turn = this.#turn.then(() => this.#kill(life))
      return cut
    }
    if (database(1_000) >= cuts) return undefined
    this.#count('database lost')
    return cut
  }

  /** Another indexer. */
  async start(): Promise<void> {
    const { chain, databaseUrl } = this.#setting
    const { node: random, heads, pruned } = this.#plan
    const life = new Life()
    this.#lives.push(life)
    life.rpc = await startFaultyRpc({
      ...{ chain, random, heads, pruned },
      isCalm: () => this.isCalm,
      onRequest: (isForLogs) => this.#onRequest(life, isForLogs),
      onFault: (name) => this.#count(name),
    })
    life.postgres = await startFaultyPostgres(databaseUrl, () => this.#onMessage(life))
    life.running = await this.#launch(life.rpc.url, life.postgres.url)
    life.running.done.catch((error: unknown) => this.#onEnd(life, error))
  }

  async #launch(rpcUrl: string, databaseUrl: string): Promise<Running> {
    const { chain, nursery } = this.#setting
    const { isAnnounced, isProcess, pollMs } = this.#plan
    const { chain_id: chainId, start_block: startBlock } = chain.deployment
    const options = {
      ...{ databaseUrl, rpcUrl, pollMs, retryMs: 1 },
      ...(isAnnounced && { wsUrl: rpcUrl.replace('http:', 'ws:') }),
      target: { chainId, startBlock, contracts: contractsOf(chain.deployment) },
    }
    if (isProcess) return nursery.start(options)
    const indexer = startIndexer({ ...options, logger: silent })
    return { done: indexer.done, kill: async () => void indexer.stop() }
  }

  /** Only one who finds another at work may end; a supervisor then starts it again when nobody is left. */
  #onEnd(life: Life, error: unknown): void {
    if (life.over) return
    void life.end()
    if ((error as { code?: unknown }).code !== 'chain.second-writer') {
      this.failure ??= error
      return
    }
    this.#count('gave way')
    if (this.#lives.every(({ over }) => over)) this.#turn = this.#turn.then(() => this.start())
  }

  /** Stops those who are left. */
  async stop(): Promise<void> {
    await this.#turn
    await Promise.all(this.#lives.filter(({ over }) => !over).map((life) => life.end()))
  }
}
