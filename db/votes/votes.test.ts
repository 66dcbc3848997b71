import { beforeAll, expect, test } from 'vitest'
import { karma } from '../../core/karma/amount.ts'
import { flagKey } from '../../core/karma/flag-key.ts'
import { changeCalls } from '../../core/vote/change.ts'
import { proposalDetailShape, proposalPageShape, voteOptionsShape } from '../../core/vote/shape.ts'
import { proposalDescription } from '../../core/vote/text.ts'
import { createDatabase, type TestDatabase } from '../../test/support/database.ts'
import { addMember, type TestMember } from '../../test/support/members.ts'
import { readAlerts } from '../alerts/read.ts'
import { type Hex, toBytea } from '../bytes.ts'
import { featureNow, featuresNow, requireFeature } from '../features/now.ts'
import { addFilter } from '../moderation/filters.ts'
import { announceVotes } from './announce.ts'
import { listDue } from './due.ts'
import { readVoteOptions } from './options.ts'
import { listProposals, readProposal } from './read.ts'
import { proposalHex } from './row.ts'

const featureFlags: Hex = `0x${'e1'.repeat(20)}`
const zero: Hex = `0x${'00'.repeat(20)}`
const at = (second: number) => new Date(Date.UTC(2026, 4, 1) + second * 1_000)
const key = flagKey('app.leaderboard')

let database: TestDatabase
let ann: TestMember
let bob: TestMember
let block = 10
/** A row's place, in a block of its own unless told. */
const place = (time: Date, log = 0) => ({
  ...{ block_number: ++block, log_index: log, tx_hash: toBytea(`0x${'cc'.repeat(32)}`), block_time: time },
})

async function mint(wallet: Hex, amount: bigint, time: Date) {
  const { indexer } = database
  await indexer`insert into chain.transfer ${indexer({
    ...{ from_address: toBytea(zero), to_address: toBytea(wallet), value: String(amount), ...place(time) },
  })}`
  await indexer`insert into chain.account (address, balance, earned) values (${toBytea(wallet)}, ${String(amount)}, ${String(amount)})
    on conflict (address) do update set earned = chain.account.earned + excluded.earned`
}

async function switchOn(wallet: Hex, votes: bigint, time: Date) {
  const { indexer } = database
  await indexer`insert into chain.delegation ${indexer({
    ...{ delegator_address: toBytea(wallet), from_address: toBytea(zero), to_address: toBytea(wallet) },
    ...place(time),
  })}`
  await indexer`insert into chain.delegate_votes ${indexer({
    ...{ delegate_address: toBytea(wallet), previous_votes: '0', votes: String(votes), ...place(time) },
  })}`
}

async function propose(id: bigint, opens: number, changes = [{ key, value: 0n }]) {
  const calls = changeCalls(featureFlags, changes)
  const description = proposalDescription({ title: `Proposal ${id}`, reason: 'Because.' }, ann.wallet)
  const one = calls.map(({ data }) => data.slice(2))
  await database.indexer`
    insert into chain.proposal (block_number, log_index, tx_hash, block_time, proposal_id, proposer_address, targets,
        call_values, calldatas, vote_start, vote_end, description, description_hash)
      values (${++block}, 0, ${toBytea(`0x${'cc'.repeat(32)}`)}, ${at(opens - 5)}, ${String(id)}, ${toBytea(ann.wallet)},
        array[${toBytea(featureFlags)}]::bytea[], array[0]::numeric[], array[decode(${one[0] ?? ''}, 'hex')],
        ${at(opens)}, ${at(opens + 100)}, ${description}, ${toBytea(`0x${'dd'.repeat(32)}`)})`
}

type Cast = { support: number; weight: bigint; time: Date; reason?: string }

async function vote(id: bigint, voter: Hex, { support, weight, time, reason = '' }: Cast) {
  const { indexer } = database
  await indexer`insert into chain.vote ${indexer({
    ...{
      proposal_id: String(id),
      voter_address: toBytea(voter),
      support,
      weight: String(weight),
      reason,
    },
    ...place(time),
  })}`
}

async function step(id: bigint, name: string, { time, eta }: { time: Date; eta: Date | null }) {
  const { indexer } = database
  await indexer`insert into chain.proposal_step ${indexer({
    ...{ proposal_id: String(id), step: name, eta, ...place(time) },
  })}`
}

beforeAll(async () => {
  database = await createDatabase()
  ann = await addMember(database.app, 'ann')
  bob = await addMember(database.app, 'bob')
  const { indexer } = database
  await indexer`insert into chain.cursor (chain_id, genesis_hash, from_block, block_number, block_time)
    values (31337, ${toBytea(`0x${'cc'.repeat(32)}`)}, 0, 41, ${at(0)})`
  for (const [setting, value] of Object.entries({
    ...{ 'voting-delay': 5, 'voting-period': 100, 'quorum-numerator': 40 },
    'proposal-threshold': String(karma(50)),
  }))
    await indexer`insert into chain.governor_setting ${indexer({
      ...{ setting, old_value: '0', new_value: String(value), ...place(at(-100)) },
    })}`
  await indexer`insert into chain.timelock_delay ${indexer({
    ...{ old_delay: '0', new_delay: '15', ...place(at(-100)) },
  })}`
  await mint(ann.wallet, karma(60), at(1))
  await mint(bob.wallet, karma(30), at(1))
  await mint(`0x${'77'.repeat(20)}`, karma(10), at(1))
  await switchOn(ann.wallet, karma(60), at(2))
  await propose(7n, 100)
})

const read = (id: bigint, now: Date, memberId: string | null = null) =>
  readProposal(database.app, { id: proposalHex(id), featureFlags, memberId, now })
const mine = async (member: TestMember, now: Date) => (await read(7n, now, member.id)).mine[0]

test('a proposal is told by what its calls do, with the quorum of the moment it opened', async () => {
  const told = proposalDetailShape.parse(await read(7n, at(110)))
  expect(told).toMatchObject({
    ...{ id: proposalHex(7n), title: 'Proposal 7', reason: 'Because.', author: ann.wallet, state: 'active' },
    ...{ quorum: String(karma(40)), voters: 0, mine: [], unread: [] },
    changes: [
      { name: 'app.leaderboard', words: 'Leaderboards: off instead of on.', heeded: true, holds: null },
    ],
  })
})

test('karma that was minted after it opened is no part of its quorum', async () => {
  await mint(`0x${'78'.repeat(20)}`, karma(1_000), at(101))
  expect((await read(7n, at(110))).quorum).toBe(String(karma(40)))
})

test('whether a vote counts is said plainly: on in time, never on, and on too late', async () => {
  expect(await mine(ann, at(110))).toMatchObject({ standing: 'counts', weight: String(karma(60)) })
  expect(await mine(bob, at(110))).toMatchObject({ standing: 'off', weight: '0' })
  await switchOn(bob.wallet, karma(30), at(105))
  expect(await mine(bob, at(110))).toMatchObject({ standing: 'too-late', weight: '0' })
})

test('a vote is in the tally and in the list, and stays the one it was', async () => {
  await vote(7n, ann.wallet, { support: 1, weight: karma(60), time: at(120) })
  const told = await read(7n, at(121), ann.id)
  expect(told).toMatchObject({ votes_for: String(karma(60)), votes_against: '0', voters: 1 })
  expect(told.cast).toMatchObject([{ voter: ann.wallet, support: 1, weight: String(karma(60)) }])
  expect(told.mine[0]).toMatchObject({ standing: 'voted', voted: 1 })
})

test('what a voter said is told beside the vote, but for what the moderators hold back', async () => {
  const input = { kind: 'word', pattern: 'fool', act: 'hold' } as const
  await addFilter(database.app, { input, by: ann.id, now: at(125) })
  const say = (wallet: Hex, reason: string) =>
    vote(7n, wallet, { support: 0, weight: 1n, time: at(130), reason })
  await say(`0x${'81'.repeat(20)}`, 'I like them.')
  await say(`0x${'82'.repeat(20)}`, 'Only a fool would.')
  const { cast, voters } = await read(7n, at(131))
  expect(cast.map(({ reason }) => reason)).toEqual([null, 'I like them.', ''])
  expect(voters).toBe(3)
})

test('the keeper is told of it from the second after its close on, and of its execution once the timelock lets it', async () => {
  const due = async (second: number) =>
    (await listDue(database.app, at(second))).map(({ id, step }) => [id, step])
  expect(await due(200)).toEqual([])
  expect(await due(201)).toEqual([[7n, 'queue']])
  await step(7n, 'queued', { time: at(202), eta: at(217) })
  expect(await due(216)).toEqual([])
  expect(await due(217)).toEqual([[7n, 'execute']])
  const [found] = await listDue(database.app, at(217))
  expect(found?.calls).toEqual(changeCalls(featureFlags, [{ key, value: 0n }]))
  expect(found?.descriptionHash).toBe(`0x${'dd'.repeat(32)}`)
})

test('an executed vote is what holds, and what it changed is told beside what held before', async () => {
  const { app, indexer } = database
  expect(await featureNow(app, 'app.leaderboard')).toBe(1)
  const done = place(at(220), 1)
  await indexer`insert into chain.flag ${indexer({ flag_key: toBytea(key), value: '0', ...done })}`
  await indexer`insert into chain.proposal_step ${indexer({
    ...{ proposal_id: '7', step: 'executed', eta: null, ...done, log_index: 2 },
  })}`
  expect(await featureNow(app, 'app.leaderboard')).toBe(0)
  await expect(requireFeature(app, 'app.leaderboard')).rejects.toMatchObject({ code: 'feature.off' })
  expect((await featuresNow(app))['app.follows']).toBe(100)
  const told = await read(7n, at(230))
  expect(told).toMatchObject({ state: 'executed', executed_at: at(220).toISOString() })
  expect(told.changes).toMatchObject([{ words: 'Leaderboards: off instead of on.', holds: true }])
  expect(await listDue(app, at(900))).toEqual([])
})

test('a later vote that changes it back is told on the page of the first', async () => {
  const { indexer } = database
  await indexer`insert into chain.flag ${indexer({ flag_key: toBytea(key), value: '1', ...place(at(300)) })}`
  expect((await read(7n, at(310))).changes).toMatchObject([{ holds: false }])
})

test('proposals come in pages, the newest first', async () => {
  for (const id of [8n, 9n]) await propose(id, 400)
  const page = (before?: string) =>
    listProposals(database.app, { featureFlags, memberId: null, now: at(390), limit: 2, before })
  const first = proposalPageShape.parse(await page())
  expect(first.items.map(({ id, state }) => [id, state])).toEqual([
    [proposalHex(9n), 'pending'],
    [proposalHex(8n), 'pending'],
  ])
  const second = await page(first.next ?? undefined)
  expect(second.items.map(({ id }) => id)).toEqual([proposalHex(7n)])
  expect(second.next).toBeNull()
})

test('what can change is told with what holds now, and who may propose', async () => {
  const asked = { memberId: ann.id, now: at(390) }
  const told = voteOptionsShape.parse(await readVoteOptions(database.app, asked))
  expect(told.rules).toEqual({
    ...{ delay: 5, period: 100, timelock: 15, threshold: String(karma(50)), quorum_percent: 40 },
  })
  expect(told.options.find(({ name }) => name === 'app.leaderboard')).toMatchObject({ value: '1', max: '1' })
  expect(told.wallets).toEqual([{ wallet: ann.wallet, votes: String(karma(60)), may_propose: true }])
  const other = await readVoteOptions(database.app, { ...asked, memberId: bob.id })
  expect(other.wallets).toMatchObject([{ may_propose: false, votes: String(karma(30)) }])
})

test('one that does not exist is not found', async () => {
  await expect(read(99n, at(0))).rejects.toMatchObject({ code: 'vote.not-found' })
})

test('members who asked for it are told once that a vote opened, and once how it ended', async () => {
  const { app } = database
  await propose(21n, 5_000)
  const said = async (second: number) => {
    await announceVotes(app, at(second))
    const rows = await app<{ state: string }[]>`
      select state from app.alert where kind = 'vote' and proposal_id = 21 order by seq`
    return rows.map(({ state }) => state)
  }
  expect(await said(4_999)).toEqual([])
  expect(await said(5_001)).toEqual(['open'])
  expect(await said(5_002)).toEqual(['open'])
  expect(await said(5_101)).toEqual(['open', 'lost'])
  expect(await said(5_102)).toEqual(['open', 'lost'])
  const [alert] = await readAlerts(app, { after: 0, limit: 1 })
  expect(alert).toMatchObject({ kind: 'vote', proposal_id: expect.stringMatching(/^0x/) })
})
