import { randomBytes } from 'node:crypto'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { ringRules } from '../../core/karma/ring/constants.ts'
import { before } from '../../core/karma/ring/since.ts'
import { createDatabase, type TestDatabase } from '../../test/support/database.ts'
import { addCatalog, addMember, randomAddress, type TestMember } from '../../test/support/members.ts'
import { moveKarma } from '../../test/support/moved.ts'
import { linkWallet, unlinkWallet } from '../members/wallets.ts'
import { reportRestock } from '../restocks/report.ts'
import { inTransaction } from '../transaction.ts'
import { seeDevice } from './device.ts'
import { findTie } from './tie.ts'
import { countTied } from './tied.ts'

const now = new Date()
const longAgo = before(now, ringRules.tieDays + 1)
const one = ringRules.flowWei
let database: TestDatabase
let ana: TestMember
let ben: TestMember
let count = 0

beforeAll(async () => {
  database = await createDatabase()
})
afterAll(() => database.close())
const next = (name: string) => addMember(database.app, `${name}_${count++}`)
beforeEach(async () => {
  ;[ana, ben] = [await next('ana'), await next('ben')]
})

const tie = (a = ana, b = ben) => findTie(database.app, { one: a.id, other: b.id, now })
const see = (member: TestMember, mark: Buffer, at = now) =>
  seeDevice(database.app, { memberId: member.id, mark, now: at })
type Sent = { value?: bigint; at?: Date }
const send = (from: TestMember, to: `0x${string}`, { value = one, at = now }: Sent = {}) =>
  moveKarma(database.indexer, { from: from.wallet, to, value, at })

test('two members who have nothing to do with each other are independent', async () => {
  await see(ana, randomBytes(32))
  await see(ben, randomBytes(32))
  expect(await tie()).toBeNull()
})

describe('a browser', () => {
  test('that both signed in from ties them, from either side, until it is forgotten', async () => {
    const mark = randomBytes(32)
    await see(ana, mark, longAgo)
    await see(ben, mark)
    expect(await tie()).toBeNull()
    await see(ana, mark)
    expect([await tie(), await tie(ben, ana)]).toEqual(['browser', 'browser'])
  })

  test('is forgotten when nobody signed in from it for 90 days', async () => {
    await see(ana, randomBytes(32), longAgo)
    await see(ben, randomBytes(32))
    expect(await database.app`select 1 from app.device where member_id = ${ana.id}`).toHaveLength(0)
  })

  test('that a third one shares with each ties them only when they report from the same place', async () => {
    const cleo = await next('cleo')
    const [first, second] = [randomBytes(32), randomBytes(32)]
    for (const [member, mark] of [
      [ana, first],
      [cleo, first],
      [cleo, second],
      [ben, second],
    ] as const)
      await see(member, mark)
    expect(await tie()).toBeNull()
    for (const memberId of [ana.id, ben.id]) {
      const { sneakerId: sneaker_id, storeId: store_id } = await addCatalog(database.app)
      await reportRestock(database.app, {
        memberId,
        report: { sneaker_id, store_id, size: '9' },
        now,
        challengeSeconds: 0,
      })
    }
    expect([await tie(), await tie(ben, ana)]).toEqual(['browsers', 'browsers'])
  })

  test('of a shop where hundreds signed in is asked for no more than a few of them', async () => {
    const mark = randomBytes(32)
    await see(ana, mark)
    await database.app`
      with made as (insert into app.member (id, username) select gen_random_uuid(), 'shop_' || n
        from generate_series(1, 500) n returning id)
      insert into app.device (mark, member_id, first_at, seen_at) select ${mark}, id, now(), now() from made`
    expect(await tie()).toBeNull()
    await see(ben, mark)
    expect(await tie()).toBe('browser')
  })
})

describe('a wallet', () => {
  test('that left one member and came to another ties the two', async () => {
    const wallet = randomAddress()
    await inTransaction(database.app, (tx) => linkWallet(tx, ana.id, wallet))
    await inTransaction(database.app, (tx) => unlinkWallet(tx, { memberId: ana.id, address: wallet }))
    await database.app`update app.resting_wallet set until = now() - interval '1 second'`
    // Somebody else's wallet in between does not make it forgotten.
    await inTransaction(database.app, (tx) => linkWallet(tx, ana.id, randomAddress()))
    await inTransaction(database.app, (tx) => linkWallet(tx, ben.id, wallet))
    expect([await tie(), await tie(ben, ana)]).toEqual(['wallet', 'wallet'])
  })

  test('that its own member links again ties nobody', async () => {
    const wallet = randomAddress()
    for (const change of [linkWallet, undefined, linkWallet])
      await inTransaction(database.app, (tx) =>
        change ? change(tx, ana.id, wallet) : unlinkWallet(tx, { memberId: ana.id, address: wallet }),
      )
    expect(await database.app`select 1 from app.wallet_tie where member_id = ${ana.id}`).toHaveLength(0)
  })
})

describe('karma', () => {
  test('that moved between their wallets ties them; dust and what is long ago does not', async () => {
    await send(ana, ben.wallet, { value: one - 1n })
    await send(ben, ana.wallet, { at: longAgo })
    expect(await tie()).toBeNull()
    await send(ben, ana.wallet, { value: 1n })
    expect([await tie(), await tie(ben, ana)]).toEqual(['flow', 'flow'])
  })

  test('of both that goes to one wallet ties them, unless that wallet is a market', async () => {
    const till = randomAddress()
    await send(ana, till)
    await send(ben, till, { value: one - 1n })
    expect(await tie()).toBeNull()
    await send(ben, till, { value: 1n })
    expect(await tie()).toBe('till')
    for (let n = 0; n < ringRules.marketSenders; n++)
      await moveKarma(database.indexer, { from: randomAddress(), to: till, value: 1n, at: now })
    expect(await tie()).toBeNull()
  })

  test('that is burned, or paid to one of our contracts, ties nobody', async () => {
    const contract = randomAddress()
    await database.indexer`
      insert into chain.cursor (chain_id, genesis_hash, contracts, from_block, block_number)
      values (31337, '\\x00', array[decode(${contract.slice(2)}, 'hex')], 0, 0)`
    for (const member of [ana, ben])
      for (const to of [contract, `0x${'0'.repeat(40)}` as const]) await send(member, to)
    expect(await tie()).toBeNull()
    expect(await countTied(database.app, { memberIds: [ana.id, ben.id], now })).toBe(0)
    await database.indexer`delete from chain.cursor`
  })

  test('that a stranger sends to both ties nobody: nobody can be made a ring from outside', async () => {
    const stranger = await next('stranger')
    for (const { wallet } of [ana, ben]) await send(stranger, wallet, { value: 100n * one })
    expect(await tie()).toBeNull()
  })
})

test('the tied of a circle are counted once, whatever ties them, and only by each other', async () => {
  const [cleo, dan, eve, finn] = [
    await next('cleo'),
    await next('dan'),
    await next('eve'),
    await next('finn'),
  ]
  const mark = randomBytes(32)
  for (const member of [ana, ben, eve]) await see(member, mark)
  await send(ben, cleo.wallet)
  const source = randomAddress()
  for (const { wallet } of [dan, finn])
    await moveKarma(database.indexer, { from: source, to: wallet, value: one, at: now })
  const tied = (...members: TestMember[]) =>
    countTied(database.app, { memberIds: members.map(({ id }) => id), now })
  expect(await tied(ana, ben, cleo, dan)).toBe(3)
  expect(await tied(ana, ben, cleo, dan, finn)).toBe(5)
  expect(await tied(ana, dan)).toBe(0)
})
