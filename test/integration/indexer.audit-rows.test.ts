import { pino } from 'pino'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { openRpc } from '../../adapters/chain/rpc.ts'
import { countOutside } from '../../db/chain/audit-rows.ts'
import { eachFamily } from '../../db/chain/facts.ts'
import { type Column, columnsOf, type Place, type SqlType } from '../../db/chain/families/family.ts'
import { readMirror } from '../../db/chain/position.ts'
import type { Db } from '../../db/client.ts'
import { inTransaction } from '../../db/transaction.ts'
import { auditRows, type RowsFinding } from '../../indexer/audit-rows.ts'
import { contractsOf, DecoderTable } from '../../indexer/decode/contracts.ts'
import { Pace } from '../../indexer/pace.ts'
import { startIndexer } from '../../indexer/start.ts'
import { openActivity } from '../support/activity.ts'
import { startChain, type TestChain } from '../support/chain.ts'
import { createDatabase, type TestDatabase } from '../support/database.ts'
import { doEverything } from '../support/everything.ts'
import { startProxy } from '../support/proxy.ts'

let chain: TestChain
let database: TestDatabase

/** A mirror with rows in every table. */
beforeAll(async () => {
  chain = await startChain()
  database = await createDatabase()
  const activity = await openActivity(chain)
  await doEverything(chain, activity)
  const { chain_id: chainId, start_block: startBlock } = chain.deployment
  const atHead = Promise.withResolvers<void>()
  const indexer = startIndexer({
    ...{ databaseUrl: database.indexerUrl, rpcUrl: chain.rpcUrl, logger: pino({ level: 'silent' }) },
    target: { chainId, startBlock, contracts: contractsOf(chain.deployment) },
    onHead: () => atHead.resolve(),
  })
  await atHead.promise
  await indexer.stop()
})
afterAll(async () => {
  await database.close()
  await chain.close()
})

const rangeOf = async (tx: Db) => {
  const mirror = await readMirror(tx)
  return { from: mirror?.fromBlock ?? 0, to: mirror?.number ?? 0 }
}

async function auditOf(tx: Db, rpcUrl = chain.rpcUrl): Promise<RowsFinding> {
  const decoders = new DecoderTable(contractsOf(chain.deployment))
  const source = { rpc: openRpc(rpcUrl), decoders, pace: new Pace() }
  return auditRows({ ...source, tx, range: await rangeOf(tx) })
}

const undone = new Error('undone')
/** What an audit finds when the rows were tampered with; they are as before afterwards. */
async function after<Found>(tamper: (tx: Db) => Promise<unknown>, find: (tx: Db) => Promise<Found>) {
  const found = Promise.withResolvers<Found>()
  const tampering = inTransaction(database.indexer, async (tx) => {
    const constraints = await tx<{ statement: string }[]>`
      select format('alter table %s drop constraint %I cascade', conrelid::regclass, conname) as statement
        from pg_constraint where connamespace = 'chain'::regnamespace and contype in ('c', 'p', 'u')`
    for (const { statement } of constraints) await tx.unsafe(statement)
    await tamper(tx)
    found.resolve(await find(tx))
    throw undone
  })
  await expect(tampering).rejects.toBe(undone)
  return found.promise
}

/** Which sides have rows of their own, by family. */
function sidesOf({ differences }: RowsFinding): Record<string, string[]> {
  const sides: Record<string, string[]> = {}
  for (const { family, side } of differences) sides[family] = [...(sides[family] ?? []), side]
  return sides
}
const everywhere = (sides: string[]) => Object.fromEntries(eachFamily.map(([name]) => [name, sides]))

/** A value of each type that is another than it was, null or not. */
const altered: Record<SqlType, (name: string) => string> = {
  bytea: (name) => `coalesce(${name} || '\\x00', '')`,
  bigint: (name) => `coalesce(${name} + 1, 0)`,
  integer: (name) => `${name} + 1`,
  smallint: (name) => `coalesce(${name} + 1, 0)`,
  numeric: (name) => `coalesce(${name} + 1, 0)`,
  timestamptz: (name) => `coalesce(${name} + interval '1 microsecond', now())`,
  boolean: (name) => `coalesce(not ${name}, false)`,
  text: (name) => `${name} || ' '`,
  'bytea[]': (name) => `array_append(${name}, '')`,
  'numeric[]': (name) => `array_append(${name}, 0)`,
}
const first = (table: string) =>
  `(block_number, log_index) = (select block_number, log_index from chain.${table} order by 1, 2 limit 1)`

test('a mirror of everything is sound, row by row', async () => {
  const { differences, families } = await inTransaction(database.indexer, (tx) => auditOf(tx))
  expect(differences).toEqual([])
  for (const [name, { chain: told, mirror }] of families) {
    expect(told, name).toBeGreaterThan(0)
    expect(mirror).toBe(told)
  }
})

const widest = Math.max(...eachFamily.map(([, family]) => columnsOf(family).length))
/** Whatever of a row is not its place. */
const columns = Array.from({ length: widest }, (_, at) => at).slice(2)

test.each(columns)('a wrong value in column %i of any table is found', async (at) => {
  const wrong = eachFamily.flatMap(([name, family]) => {
    const column: Column<Place> | undefined = columnsOf(family)[at]
    return column ? [{ name, table: family.table, column }] : []
  })
  const found = await after(async (tx) => {
    for (const { table, column } of wrong) {
      const value = altered[column.type](column.name)
      await tx.unsafe(`update chain.${table} set ${column.name} = ${value} where ${first(table)}`)
    }
  }, auditOf)
  expect(sidesOf(found)).toEqual(Object.fromEntries(wrong.map(({ name }) => [name, ['chain', 'mirror']])))
})

test('a row that is missing from any table is found', async () => {
  const found = await after(async (tx) => {
    for (const [, { table }] of eachFamily)
      await tx.unsafe(`delete from chain.${table} where ${first(table)}`)
  }, auditOf)
  expect(sidesOf(found)).toEqual(everywhere(['chain']))
})

const copies = (change: string) => async (tx: Db) => {
  for (const [, family] of eachFamily) {
    const names = columnsOf(family).map(({ name }) => name)
    const values = names.map((name) => (name === change.split(' ')[0] ? change : name))
    await tx.unsafe(`insert into chain.${family.table} (${names.join()})
      select ${values.join()} from chain.${family.table} where ${first(family.table)}`)
  }
}

test('a row too many in any table is found, the same row twice too', async () => {
  expect(sidesOf(await after(copies('log_index + 100000'), auditOf))).toEqual(everywhere(['mirror']))
  expect(sidesOf(await after(copies('log_index + 0'), auditOf))).toEqual(everywhere(['mirror']))
})

test('rows of blocks that are not mirrored are found', async () => {
  const outside = async (tx: Db) => countOutside(tx, await rangeOf(tx))
  expect(await inTransaction(database.indexer, outside)).toBe(0)
  expect(await after(copies('block_number + 100000'), outside)).toBe(eachFamily.length)
  expect(await after(copies('block_number - 100000'), outside)).toBe(eachFamily.length)
})

test.each([1, 3])(
  'a node that lost the logs of one in %i blocks is no reason to call rows wrong',
  async (one) => {
    const rpcUrl = await startProxy(chain.rpcUrl, ({ method }, answer) => {
      if (method !== 'eth_getLogs') return answer
      const logs = answer.result as { blockNumber: string }[]
      return { result: logs.filter(({ blockNumber }) => Number(blockNumber) % one > 0) }
    })
    const audited = inTransaction(database.indexer, (tx) => auditOf(tx, rpcUrl))
    await expect(audited).rejects.toMatchObject({ code: 'chain.bad-answer' })
  },
)
