import { beforeEach, expect, test } from 'vitest'
import { karma } from '../../core/karma/amount.ts'
import { databaseForTest, type TestDatabase } from '../../test/support/database.ts'
import { randomAddress } from '../../test/support/members.ts'
import { toBytea } from '../bytes.ts'
import { keepMinted } from './minted.ts'
import { readProposal } from './read.ts'
import { proposalHex } from './row.ts'

const at = (second: number) => new Date(Date.UTC(2026, 4, 1) + second * 1_000)
const zero = Buffer.alloc(20)

let database: TestDatabase
/** One block a second: its number is its second. */
const place = (second: number) => ({
  ...{ block_number: second, log_index: 0, tx_hash: Buffer.alloc(32), block_time: at(second) },
})

async function mint(second: number, amount: bigint) {
  const { indexer } = database
  const to_address = toBytea(randomAddress())
  await indexer`insert into chain.transfer ${indexer({
    ...{ ...place(second), from_address: zero, to_address, value: String(amount) },
  })}`
  await indexer`insert into chain.account ${indexer({
    ...{ address: to_address, balance: String(amount), earned: String(amount) },
  })}`
}

async function propose(id: bigint, opens: number) {
  const { block_number, log_index, tx_hash, block_time } = place(opens - 5)
  await database.indexer`
    insert into chain.proposal (block_number, log_index, tx_hash, block_time, proposal_id, proposer_address, targets,
        call_values, calldatas, vote_start, vote_end, description, description_hash)
      values (${block_number}, ${log_index + 1}, ${tx_hash}, ${block_time}, ${String(id)}, ${zero}, '{}', '{}', '{}',
        ${at(opens)}, ${at(opens + 100)}, 'text', ${Buffer.alloc(32)})`
}

const settle = (upTo: number) => database.indexer`update chain.cursor set finalized_number = ${upTo}`
const kept = async () => {
  const rows = await database.app<
    { id: bigint; minted: bigint }[]
  >`select proposal_id as id, minted from app.vote_minted order by proposal_id`
  return rows.map(({ id, minted }) => [id, minted])
}
const quorum = async (id: bigint) => {
  const asked = { id: proposalHex(id), featureFlags: randomAddress(), memberId: null, now: at(900) }
  return BigInt((await readProposal(database.app, asked)).quorum)
}

beforeEach(async () => {
  database = await databaseForTest()
  const { indexer } = database
  await indexer`insert into chain.cursor (chain_id, genesis_hash, from_block, block_number, block_time)
    values (31337, ${Buffer.alloc(32, 1)}, 0, 900, ${at(900)})`
  const setting = { setting: 'quorum-numerator', old_value: '0', new_value: '50' }
  await indexer`insert into chain.governor_setting ${indexer({ ...setting, ...place(1) })}`
  await mint(10, karma(100))
  await propose(7n, 50)
  await mint(50, karma(20))
  await mint(51, karma(1_000))
})

test('what had been minted is kept once no reorg can change it, and the quorum stays the same', async () => {
  expect(await quorum(7n)).toBe(karma(60))
  await settle(50)
  expect(await keepMinted(database.app)).toBe(false)
  await settle(51)
  expect(await keepMinted(database.app)).toBe(true)
  expect(await kept()).toEqual([[7n, karma(120)]])
  expect(await quorum(7n)).toBe(karma(60))
  expect(await keepMinted(database.app)).toBe(false)
})

test('what is kept is not summed again', async () => {
  await settle(51)
  await keepMinted(database.app)
  await database.app`update app.vote_minted set minted = ${String(karma(8))}`
  expect(await quorum(7n)).toBe(karma(4))
})

test('the newest comes first, and what no mint followed waits: there is nothing to sum', async () => {
  await propose(8n, 100)
  await propose(9n, 200)
  await mint(150, karma(5))
  await settle(900)
  expect([await keepMinted(database.app), (await kept())[0]]).toEqual([true, [8n, karma(1_120)]])
  expect([await keepMinted(database.app), await keepMinted(database.app)]).toEqual([true, false])
  expect(await kept()).toHaveLength(2)
})

test('of another chain, or another moment, nothing kept is believed', async () => {
  await settle(51)
  await keepMinted(database.app)
  await database.app`update app.vote_minted set minted = 0`
  await database.indexer`update chain.cursor set genesis_hash = ${Buffer.alloc(32, 2)}`
  expect(await quorum(7n)).toBe(karma(60))
  expect(await keepMinted(database.app)).toBe(true)
  await database.indexer`update chain.proposal set vote_start = ${at(49)}`
  expect(await quorum(7n)).toBe(karma(50))
})
