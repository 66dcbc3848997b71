import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { databaseForTest } from '../../test/support/database.ts'
import type { Sql } from '../client.ts'
import { migrate } from '../migrate.ts'
import { readMirror } from './position.ts'

/** Schema chain as it was after these migrations. */
async function backTo(indexer: Sql, names: string[]): Promise<void> {
  const tables = await indexer<{ name: string }[]>`
    select relname as name from pg_class where relnamespace = 'chain'::regnamespace and relkind = 'r'`
  for (const { name } of tables) await indexer.unsafe(`drop table chain.${name} cascade`)
  await indexer`create table chain.migration (name text primary key, hash text not null, applied_at timestamptz)`
  for (const name of names) {
    const text = readFileSync(new URL(`../migrations/chain/${name}`, import.meta.url), 'utf8')
    await indexer.unsafe(text)
    const hash = createHash('sha256').update(text).digest('hex')
    await indexer`insert into chain.migration (name, hash) values (${name}, ${hash})`
  }
}

const begin = (indexer: Sql, contracts: string) => indexer`
  insert into chain.cursor (chain_id, genesis_hash, contracts, from_block, block_number)
    values (1, '', ${contracts}::bytea[], 0, 41)`

test('a mirror that lacks families is forgotten, for it is read from the chain again', async () => {
  const { indexer } = await databaseForTest()
  await backTo(indexer, ['001_ledger.sql'])
  await begin(indexer, '{}')
  await indexer`insert into chain.account (address, balance) values ('a', 1)`
  expect(await migrate(indexer, 'chain')).toContain('002_families.sql')
  expect(await readMirror(indexer)).toBeUndefined()
  expect(await indexer`select from chain.account`).toHaveLength(0)
})

const before005 = ['001_ledger.sql', '002_families.sql', '004_audit.sql']

test('so is one of a deployment that lacks who may do what, and it has all its indexes', async () => {
  const { indexer } = await databaseForTest()
  await backTo(indexer, before005)
  await begin(indexer, '{a,b}')
  await indexer`insert into chain.account (address, balance) values ('a', 1)`
  await indexer`insert into chain.flag (block_number, log_index, tx_hash, block_time, flag_key, value)
    values (1, 1, '', now(), '', 1)`
  await indexer`insert into chain.deferred_index
    select 'chain.flag_key', pg_get_indexdef('chain.flag_key'::regclass)`
  await indexer`drop index chain.flag_key`
  expect(await migrate(indexer, 'chain')).toEqual(['005_governed.sql'])
  expect(await readMirror(indexer)).toBeUndefined()
  for (const table of ['account', 'flag', 'deferred_index'])
    expect(await indexer.unsafe(`select from chain.${table}`)).toHaveLength(0)
  expect(await indexer`select to_regclass('chain.flag_key') is not null as there`).toEqual([{ there: true }])
})

test('the mirror of a plain token lacks nothing, and stays', async () => {
  const { indexer } = await databaseForTest()
  await backTo(indexer, before005)
  await begin(indexer, '{a}')
  await indexer`insert into chain.account (address, balance) values ('a', 1)`
  await migrate(indexer, 'chain')
  expect(await readMirror(indexer)).toMatchObject({ number: 41 })
  expect(await indexer`select from chain.account`).toHaveLength(1)
})
