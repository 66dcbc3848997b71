import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { databaseForTest } from '../../test/support/database.ts'
import { migrate } from '../migrate.ts'
import { readMirror } from './position.ts'

const name = '001_ledger.sql'
const text = readFileSync(new URL(`../migrations/chain/${name}`, import.meta.url), 'utf8')

test('a mirror that lacks families is forgotten, for it is read from the chain again', async () => {
  const { indexer } = await databaseForTest()
  const objects = await indexer<{ name: string; kind: string }[]>`
    select relname as name, case relkind when 'v' then 'view' else 'table' end as kind from pg_class
      where relnamespace = 'chain'::regnamespace and relkind in ('r', 'v') order by relkind desc`
  for (const { name: object, kind } of objects) await indexer.unsafe(`drop ${kind} chain.${object}`)
  await indexer`create table chain.migration (name text primary key, hash text not null, applied_at timestamptz)`
  await indexer.unsafe(text)
  const hash = createHash('sha256').update(text).digest('hex')
  await indexer`insert into chain.migration (name, hash) values (${name}, ${hash})`
  await indexer`insert into chain.cursor (chain_id, genesis_hash, from_block, block_number) values (1, '', 0, 41)`
  await indexer`insert into chain.account (address, balance) values ('a', 1)`
  expect(await migrate(indexer, 'chain')).toContain('002_families.sql')
  expect(await readMirror(indexer)).toBeUndefined()
  expect(await indexer`select from chain.account`).toHaveLength(0)
})
