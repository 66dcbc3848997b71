import { expect, onTestFinished, test } from 'vitest'
import { databaseForTest } from '../../test/support/database.ts'
import type { Hex } from '../bytes.ts'
import { connect, type Sql } from '../client.ts'
import { arrangeIndexes } from './indexes.ts'
import { createMirror, type Mirror, readMirror } from './position.ts'

const hash: Hex = `0x${'07'.repeat(32)}`

async function begun(sql: Sql): Promise<Mirror> {
  const mirror = { chainId: 1, genesisHash: hash, contracts: [], fromBlock: 10 }
  await createMirror(sql, mirror, { number: 9, hash, parentHash: hash, time: 1 })
  return { ...mirror, number: 9, hash, deferred: false }
}

const indexes = async (sql: Sql) =>
  [...(await sql`select indexname, indexdef from pg_indexes where schemaname = 'chain' order by 1`)].map(
    ({ indexname, indexdef }) => [indexname, indexdef],
  )

test('a long backfill goes without the indexes of readers, and ends with all of them as they were', async () => {
  const { indexer } = await databaseForTest()
  const mirror = await begun(indexer)
  const before = await indexes(indexer)
  const deferred = await arrangeIndexes(indexer, mirror, 1000)
  expect(deferred).toEqual({ ...mirror, deferred: true })
  const during = (await indexes(indexer)).map(([name]) => name)
  expect(during).not.toContain('transfer_from')
  expect(during).toContain('transfer_pkey')
  expect(await arrangeIndexes(indexer, deferred, 1)).toBe(deferred)
  // As a process that starts after a kill finds it.
  const found = await readMirror(indexer)
  expect(found).toEqual(deferred)
  expect(await arrangeIndexes(indexer, found ?? mirror, 0)).toEqual(mirror)
  expect(await indexes(indexer)).toEqual(before)
  expect(await readMirror(indexer)).toEqual(mirror)
})

test('a short backfill keeps them, and so does a mirror that has begun', async () => {
  const { indexer } = await databaseForTest()
  const mirror = await begun(indexer)
  expect(await arrangeIndexes(indexer, mirror, 255)).toBe(mirror)
  const later = { ...mirror, number: 10 }
  expect(await arrangeIndexes(indexer, later, 1000)).toBe(later)
})

test('a second writer changes nothing', async () => {
  const { indexer } = await databaseForTest()
  const mirror = await begun(indexer)
  const before = await indexes(indexer)
  const stale = arrangeIndexes(indexer, { ...mirror, number: 8 }, 1000)
  await expect(stale).rejects.toMatchObject({ code: 'chain.second-writer' })
  expect(await indexes(indexer)).toEqual(before)
})

test('they are built however long it takes, also where a server ends long statements', async () => {
  const { indexer, indexerUrl } = await databaseForTest()
  const deferred = await arrangeIndexes(indexer, await begun(indexer), 1000)
  const put = 'create table chain.told as select current_setting($$statement_timeout$$) as longest'
  await indexer`insert into chain.deferred_index (name, definition) values ('told', ${put})`
  const slow = connect(indexerUrl, { name: 'test', max: 1, settings: { statement_timeout: '8000' } })
  onTestFinished(() => slow.end())
  expect(await arrangeIndexes(slow, deferred, 0)).toMatchObject({ deferred: false })
  expect(await indexer`select longest from chain.told`).toEqual([{ longest: '0' }])
  expect(await slow`show statement_timeout`).toEqual([{ statement_timeout: '8s' }])
})
