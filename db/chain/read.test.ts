import { expect, test } from 'vitest'
import { databaseForTest } from '../../test/support/database.ts'
import { type Hex, toBytea } from '../bytes.ts'
import type { Db } from '../client.ts'
import { readCursor } from './cursor.ts'
import { ledgerEntries } from './ledger.ts'
import { activePass } from './pass.ts'

const ann: Hex = `0x${'a1'.repeat(20)}`
const bob: Hex = `0x${'b2'.repeat(20)}`
const zero: Hex = `0x${'00'.repeat(20)}`
const hash: Hex = `0x${'cc'.repeat(32)}`
const time = new Date('2026-03-01T00:00:00Z')

const at = (block: number, log: number) => ({
  block_number: block,
  log_index: log,
  tx_hash: toBytea(hash),
  block_time: time,
})

async function transfers(db: Db, moves: [block: number, log: number, from: Hex, to: Hex, value: bigint][]) {
  await db`insert into chain.transfer ${db(
    moves.map(([block, log, from, to, value]) => ({
      ...at(block, log),
      from_address: toBytea(from),
      to_address: toBytea(to),
      value: String(value),
    })),
  )}`
}

test('entries are newest first, signed, and name the award that minted them', async () => {
  const { indexer, app } = await databaseForTest()
  const huge = 2n ** 200n
  await transfers(indexer, [
    [1, 0, zero, ann, 10n],
    [1, 2, zero, ann, 10n],
    [2, 0, ann, bob, huge],
    [3, 0, ann, ann, 7n],
  ])
  await indexer`insert into chain.award ${indexer([
    { award_id: '4', to_address: toBytea(ann), amount: '10', ...at(1, 0) },
    { award_id: '5', to_address: toBytea(ann), amount: '10', ...at(1, 2) },
  ])}`
  const brief = (entries: Awaited<ReturnType<typeof ledgerEntries>>) =>
    entries.map((e) => [e.block_number, e.log_index, e.wallet, e.counterparty, e.value, e.awardId])
  const mine = await ledgerEntries(app, { addresses: [ann], limit: 10 })
  expect(brief(mine)).toEqual([
    [3, 0, ann, ann, '0', null],
    [2, 0, ann, bob, String(-huge), null],
    [1, 2, ann, zero, '10', 5n],
    [1, 0, ann, zero, '10', 4n],
  ])
  expect(mine[0]).toMatchObject({ tx_hash: hash, block_time: time.toISOString() })
  const both = await ledgerEntries(app, { addresses: [ann, bob], limit: 3 })
  expect(brief(both).map(([block, , wallet]) => [block, wallet])).toContainEqual([2, bob])
  expect(both).toHaveLength(3)
})

test('a pass is the last purchase of an address while it lasts, the best of several addresses', async () => {
  const { indexer, app } = await databaseForTest()
  const day = (n: number) => new Date(Date.UTC(2026, 2, n))
  await indexer`insert into chain.pass_purchase ${indexer([
    { member_address: toBytea(ann), tier: 3, expires_at: day(30), paid: '1', ...at(1, 0) },
    { member_address: toBytea(ann), tier: 1, expires_at: day(20), paid: '1', ...at(1, 1) },
    { member_address: toBytea(bob), tier: 2, expires_at: day(10), paid: '1', ...at(2, 0) },
  ])}`
  const pass = (addresses: Hex[], now: Date) => activePass(app, { addresses, now })
  expect(await pass([ann], day(5))).toEqual({ tier: 1, expiresAt: day(20) })
  expect(await pass([ann, bob], day(5))).toEqual({ tier: 2, expiresAt: day(10) })
  expect(await pass([ann, bob], day(10))).toEqual({ tier: 1, expiresAt: day(20) })
  expect(await pass([ann, bob], day(20))).toBeUndefined()
})

test('the cursor is undefined before the first run', async () => {
  const { indexer, app } = await databaseForTest()
  expect(await readCursor(app)).toBeUndefined()
  await indexer`insert into chain.cursor (chain_id, genesis_hash, from_block, block_number)
    values (31337, ${toBytea(hash)}, 0, 41)`
  expect(await readCursor(app)).toEqual({
    chainId: 31337,
    blockNumber: 41,
    blockTime: null,
    heartbeatAt: null,
    drift: null,
  })
  await indexer`insert into chain.heartbeat (at) values (${time})`
  expect(await readCursor(app)).toMatchObject({ heartbeatAt: time })
})
