import { setTimeout as sleep } from 'node:timers/promises'
import { pino } from 'pino'
import { isSnpdError } from '../../core/errors.ts'
import { connect, type Sql } from '../../db/client.ts'
import { contractsOf } from '../../indexer/decode/contracts.ts'
import { startIndexer } from '../../indexer/start.ts'
import { startChain } from './chain.ts'
import { startFaultyRpc } from './faulty-rpc.ts'
import { type Random, seeded } from './random.ts'
import { openSimChain, type SimChain } from './sim-chain.ts'
import { requireSameLedger } from './sim-oracle.ts'
import { type Cut, startFaultyPostgres } from './sim-postgres.ts'

/** One chain and one database, for one run after the other. */
export type Simulator = {
  /** @throws Error that names the seed, when the mirror is not the chain in the end */
  run: (seed: number) => Promise<SimReport>
  close: () => Promise<void>
}
export type SimReport = {
  /** How often each fault happened. */
  faults: Map<string, number>
  requests: number
  ms: number
}

const LONGEST_MS = 20_000
const silent = pino({ level: 'silent' })

/** What a seed has in store. */
function planOf(seed: number) {
  const random = seeded(Math.imul(seed, 0x9e3779b1))
  const some = (most: number, below: number) =>
    new Set(Array.from({ length: random(most + 1) }, () => 1 + random(below)))
  return {
    /** Requests after which the world is calm. */
    calm: 6 + random(24),
    killedAtRequest: some(2, 30),
    killedAtMessage: some(2, 120),
    /** In a thousand messages to the database. */
    cuts: random(3) === 0 ? random(40) : 0,
    secondWriterAt: random(5) === 0 ? 1 + random(15) : 0,
    world: seeded(random(2 ** 31)),
    node: seeded(random(2 ** 31)),
    database: seeded(random(2 ** 31)),
  }
}
type Plan = ReturnType<typeof planOf>

/** A running indexer, and its own ways to the node and the database. */
type Life = { end: () => void; stop: () => Promise<void>; over: boolean }

type Setting = { chain: SimChain; databaseUrl: string; sql: Sql }

/** One run: the world around the indexers, all of it moved by their own requests. */
class Run {
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
    const { chain } = this.#setting
    const kind = world(100)
    if (kind < (isForLogs ? 35 : 8)) {
      this.#count('reorg')
      await chain.reorg(world)
      if (world(2) === 0) await chain.grow(world, 1 + world(4))
    } else if (kind < 50) {
      this.#count('growth')
      await chain.grow(world)
    }
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
    this.#count('kill')
    life.end()
    if (this.#plan.world(2) === 0) await this.#act(true)
    await this.start()
  }

  #onMessage(life: Life, database: Random): Cut {
    if (this.isCalm || life.over) return undefined
    this.#messages++
    const cut: Cut = database(2) === 0 ? 'before' : 'after'
    if (this.#plan.killedAtMessage.has(this.#messages)) {
      this.#turn = this.#turn.then(() => this.#kill(life))
      return cut
    }
    if (database(1_000) >= this.#plan.cuts) return undefined
    this.#count('database lost')
    return cut
  }

  /** Another indexer. */
  async start(): Promise<void> {
    const { chain, databaseUrl } = this.#setting
    const { node, database } = this.#plan
    const life: Life = { end: () => undefined, stop: async () => undefined, over: false }
    const onRequest = (isForLogs: boolean) => this.#onRequest(life, isForLogs)
    const onFault = (name: string) => this.#count(name)
    const rpc = await startFaultyRpc({ chain, random: node, onRequest, onFault })
    const postgres = await startFaultyPostgres(databaseUrl, () => this.#onMessage(life, database))
    const { chain_id: chainId, start_block: startBlock } = chain.deployment
    const indexer = startIndexer({
      ...{ databaseUrl: postgres.url, rpcUrl: rpc.url, logger: silent, pollMs: 1, retryMs: 1 },
      target: { chainId, startBlock, contracts: contractsOf(chain.deployment) },
    })
    life.end = () => {
      life.over = true
      rpc.kill()
      postgres.kill()
      void indexer.stop()
    }
    life.stop = async () => {
      if (!life.over) await indexer.stop()
      life.end()
    }
    this.#lives.push(life)
    indexer.done.catch((error: unknown) => this.#onEnd(life, error))
  }

  /** Only one who finds another at work may end; a supervisor then starts it again when nobody is left. */
  #onEnd(life: Life, error: unknown): void {
    if (life.over) return
    life.end()
    if (!isSnpdError(error) || error.code !== 'chain.second-writer') {
      this.failure ??= error
      return
    }
    this.#count('gave way')
    if (this.#lives.every(({ over }) => over)) this.#turn = this.#turn.then(() => this.start())
  }

  async stop(): Promise<void> {
    await this.#turn
    await Promise.all(this.#lives.map(({ stop }) => stop()))
  }
}

async function settle(run: Run, { chain, sql }: Setting): Promise<void> {
  for (const end = Date.now() + LONGEST_MS; Date.now() < end; await sleep(4)) {
    if (run.failure) throw run.failure
    if (!run.isCalm) continue
    const [row] = await sql<{ hash: string }[]>`
      select '0x' || encode(block_hash, 'hex') as hash from chain.cursor`
    if (row?.hash === chain.now().at(-1)?.header.hash) return
  }
  throw new Error(`it did not reach the newest block within ${LONGEST_MS / 1000} s`)
}

async function empty(sql: Sql): Promise<void> {
  const tables = await sql<{ name: string }[]>`
    select format('%I.%I', schemaname, tablename) as name from pg_tables
      where schemaname = 'chain' and tablename not in ('migration', 'deferred_index')`
  await sql.unsafe(`truncate ${tables.map(({ name }) => name).join()}`)
}

async function runSeed(setting: Setting, seed: number): Promise<SimReport> {
  const began = performance.now()
  const plan = planOf(seed)
  const run = new Run(setting, plan)
  await setting.chain.reset()
  await setting.chain.grow(plan.world, 2 + plan.world(6))
  await empty(setting.sql)
  try {
    await run.start()
    await settle(run, setting)
    await run.stop()
    await requireSameLedger(setting.chain, setting.sql)
  } catch (cause) {
    await run.stop()
    const told = [...run.faults].map(([name, times]) => `${name} ${times}`).join(', ')
    throw new Error(`Seed ${seed}: ${(cause as Error).message}\nAfter: ${told}.`, { cause })
  }
  return { faults: run.faults, requests: run.requests, ms: performance.now() - began }
}

/** @param databaseUrl a migrated database, as the indexer's role; what schema chain holds is lost */
export async function openSimulator(databaseUrl: string): Promise<Simulator> {
  const node = await startChain(undefined, { states: 800 })
  const sql = connect(databaseUrl, { name: 'sim', max: 6 })
  const close = async () => {
    await Promise.all([node.close(), sql.end({ timeout: 2 })])
  }
  try {
    const chain = await openSimChain(node)
    return { run: (seed) => runSeed({ chain, databaseUrl, sql }, seed), close }
  } catch (error) {
    await close()
    throw error
  }
}
