import { join } from 'node:path'
import { connect } from '../../db/client.ts'
import { startChain } from './chain.ts'
import { type Base, openBase, settled } from './sim-base.ts'
import { openSimChain } from './sim-chain.ts'
import { requireSameLedger } from './sim-oracle.ts'
import { planOf } from './sim-plan.ts'
import { openNursery } from './sim-process.ts'
import { type ProcessOptions, Run, type Setting } from './sim-run.ts'

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

type World = Setting & { base: Base }

/** Ends early when an indexer ended that should not have. */
async function settle(run: Run, setting: Setting): Promise<void> {
  await settled(setting, () => {
    if (run.failure) throw run.failure
    return run.isCalm
  })
}

async function runSeed(setting: World, seed: number): Promise<SimReport> {
  const began = performance.now()
  const plan = planOf(seed)
  const run = new Run(setting, plan)
  await setting.chain.reset()
  await setting.chain.grow(plan.world, 2 + plan.world(6))
  await setting.base.restore(plan.isFromStart ? 'nothing' : 'base')
  try {
    await run.start()
    await settle(run, setting)
    await run.stop()
    const rows = await requireSameLedger(setting.chain, setting.sql)
    await setting.base.requireIndexes()
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
  const nursery = openNursery<ProcessOptions>(join(import.meta.dirname, 'sim-indexer.ts'))
  const close = async () => {
    await nursery.close()
    await Promise.all([node.close(), sql.end({ timeout: 2 })])
  }
  try {
    const setting = { chain: await openSimChain(node), databaseUrl, sql, nursery }
    const world = { ...setting, base: await openBase(setting) }
    return { run: (seed) => runSeed(world, seed), close }
  } catch (error) {
    await close()
    throw error
  }
}
