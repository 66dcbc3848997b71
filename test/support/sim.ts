import { setTimeout as sleep } from 'node:timers/promises'
import { connect, type Sql } from '../../db/client.ts'
import { startChain } from './chain.ts'
import { openSimChain } from './sim-chain.ts'
import { requireSameLedger } from './sim-oracle.ts'
import { planOf } from './sim-plan.ts'
import { openNursery } from './sim-process.ts'
import { Run, type Setting } from './sim-run.ts'

/** One chain and one database, for one run after the other. */
export type Simulator = {
  /** @throws Error that names the seed, when the mirror is not the chain in the end */
  run: (seed: number) => Promise<SimReport>
  close: () => Promise<void>
}
export type SimReport = {
  /** How often each fault happened. */
  faults: Map<string, number>
  /** How many rows of each family were compared with the chain. */
  rows: Map<string, number>
  requests: number
  ms: number
}

const LONGEST_MS = 60_000

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

/** Few rows: deleting them takes a fifth of the time of a truncate, which makes every table and index anew. */
async function empty(sql: Sql): Promise<void> {
  const tables = await sql<{ name: string }[]>`
    select format('%I.%I', schemaname, tablename) as name from pg_tables
      where schemaname = 'chain' and tablename not in ('migration', 'deferred_index')`
  await sql.unsafe(tables.map(({ name }) => `delete from ${name}`).join(';'))
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
    const rows = await requireSameLedger(setting.chain, setting.sql)
    return { faults: run.faults, rows, requests: run.requests, ms: performance.now() - began }
  } catch (cause) {
    await run.stop()
    const told = [...run.faults].map(([name, times]) => `${name} ${times}`).join(', ')
    throw new Error(`Seed ${seed}: ${(cause as Error).message}\nAfter: ${told}.`, { cause })
  }
}

/** @param databaseUrl a migrated database, as the indexer's role; what schema chain holds is lost */
export async function openSimulator(databaseUrl: string): Promise<Simulator> {
  const node = await startChain(undefined, { states: 800 })
  const sql = connect(databaseUrl, { name: 'sim', max: 6 })
  const nursery = openNursery()
  const close = async () => {
    nursery.close()
    await Promise.all([node.close(), sql.end({ timeout: 2 })])
  }
  try {
    const chain = await openSimChain(node)
    return { run: (seed) => runSeed({ chain, databaseUrl, sql, nursery }, seed), close }
  } catch (error) {
    await close()
    throw error
  }
}
