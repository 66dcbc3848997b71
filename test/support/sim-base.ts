import { setTimeout as sleep } from 'node:timers/promises'
import { pino } from 'pino'
import type { Sql } from '../../db/client.ts'
import { contractsOf } from '../../indexer/decode/contracts.ts'
import { startIndexer } from '../../indexer/start.ts'
import type { SimChain } from './sim-chain.ts'

const LONGEST_MS = 240_000
const KEPT = 'sim_'

/** The tables of the mirror. */
async function tablesOf(sql: Sql): Promise<string[]> {
  const tables = await sql<{ name: string }[]>`
    select tablename as name from pg_tables where schemaname = 'chain' and left(tablename, 4) <> ${KEPT}
      and tablename not in ('migration', 'deferred_index')`
  return tables.map(({ name }) => name)
}

/** Waits until the mirror stands at the chain's newest block, once `isCalm`. */
export async function settled(
  { chain, sql }: { chain: SimChain; sql: Sql },
  isCalm: () => boolean,
): Promise<void> {
  for (const end = Date.now() + LONGEST_MS; Date.now() < end; await sleep(4)) {
    if (!isCalm()) continue
    const [row] = await sql<{ hash: string }[]>`
      select '0x' || encode(block_hash, 'hex') as hash from chain.cursor`
    if (row?.hash === chain.now().at(-1)?.header.hash) return
  }
  throw new Error(`it did not reach the newest block within ${LONGEST_MS / 1000} s`)
}

export type Base = {
  /** An empty mirror, or one that stands where the chain did when this was opened. */
  restore: (what: 'nothing' | 'base') => Promise<void>
  /** @throws Error when an index is away that was there before the first backfill put some off */
  requireIndexes: () => Promise<void>
}

async function indexesOf(sql: Sql): Promise<string> {
  const rows = await sql<{ name: string }[]>`
    select indexname as name from pg_indexes where schemaname = 'chain' order by 1`
  return rows.map(({ name }) => name).join()
}

/**
 * Mirrors the chain as it is, over sound connections, and keeps a copy of that: a run that is about its newest blocks
 * need not begin with its first. Few rows: deleting them takes a fifth of the time of a truncate.
 */
export async function openBase(setting: { chain: SimChain; databaseUrl: string; sql: Sql }): Promise<Base> {
  const { chain, databaseUrl, sql } = setting
  const { chain_id: chainId, start_block: startBlock } = chain.deployment
  const indexes = await indexesOf(sql)
  const indexer = startIndexer({
    ...{ databaseUrl, rpcUrl: chain.rpcUrl, logger: pino({ level: 'silent' }), pollMs: 5 },
    target: { chainId, startBlock, contracts: contractsOf(chain.deployment) },
  })
  await Promise.race([settled(setting, () => true), indexer.done])
  await indexer.stop()
  const tables = await tablesOf(sql)
  await sql.unsafe(tables.map((name) => `create table chain.${KEPT}${name} as table chain.${name}`).join(';'))
  const empty = tables.map((name) => `delete from chain.${name}`)
  const fill = tables.map((name) => `insert into chain.${name} select * from chain.${KEPT}${name}`)
  return {
    restore: async (what) => {
      await sql.unsafe([...empty, ...(what === 'base' ? fill : [])].join(';'))
    },
    requireIndexes: async () => {
      const now = await indexesOf(sql)
      if (now !== indexes) throw new Error(`the indexes are ${now}; they were ${indexes}`)
    },
  }
}
