import { beforeAll, expect, test } from 'vitest'
import { uuidv7 } from '../../core/id.ts'
import { passesShape } from '../../core/pass/shape.ts'
import { createDatabase, type TestDatabase } from '../../test/support/database.ts'
import { addCatalog, addMember, type TestMember } from '../../test/support/members.ts'
import { type Hex, toBytea } from '../bytes.ts'
import { readPasses } from './read.ts'

const now = new Date('2026-03-10T00:00:00Z')
const day = (n: number) => new Date(Date.UTC(2026, 2, n))
const zero: Hex = `0x${'00'.repeat(20)}`

let database: TestDatabase
let ann: TestMember
let bob: TestMember
let log = 0
const place = () => ({
  ...{ block_number: 7, log_index: log++, tx_hash: toBytea(`0x${'cc'.repeat(32)}`) },
  block_time: day(1),
})

async function addDrop(slug: string, passTier: number | null) {
  const { sneakerId, storeId } = await addCatalog(database.app)
  await database.app`
    insert into app.drop (id, slug, title, sneaker_id, store_id, product_url, price_minor, currency, sizes, opens_at,
      pass_tier) values (${uuidv7()}, ${slug}, ${slug.toUpperCase()}, ${sneakerId}, ${storeId},
      'https://shop.example/p', 15000, 'USD', ${['10']}, ${day(1)}, ${passTier})`
}

const raffle = (id: number, tier: number, closesAt: Date) => ({
  ...{ raffle_id: id, price: '5', winners: 1, closes_at: closesAt, tier, round: 9 },
  ...{ prize_hash: toBytea(`0x${'dd'.repeat(32)}`), ...place() },
})

beforeAll(async () => {
  database = await createDatabase()
  ann = await addMember(database.app, 'ann')
  bob = await addMember(database.app, 'bob')
  const { indexer } = database
  await indexer`insert into chain.cursor (chain_id, genesis_hash, from_block, block_number)
    values (31337, ${toBytea(`0x${'cc'.repeat(32)}`)}, 0, 41)`
  await indexer`insert into chain.tier ${indexer([
    { tier: 2, price: '50', period: 60, min_earned: '100', ...place() },
    { tier: 1, price: '10', period: 60, min_earned: '0', ...place() },
    { tier: 1, price: '20', period: 4_294_967_295, min_earned: '0', ...place() },
    { tier: 3, price: '90', period: 0, min_earned: '0', ...place() },
  ])}`
  await indexer`insert into chain.raffle ${indexer([
    raffle(1, 1, day(20)),
    raffle(2, 2, day(20)),
    raffle(3, 2, day(9)),
    raffle(4, 0, day(20)),
  ])}`
  await indexer`insert into chain.account ${indexer([
    { address: toBytea(ann.wallet), balance: '70', earned: '120' },
  ])}`
  await addDrop('for-ones', 1)
  await addDrop('for-twos', 2)
  await addDrop('for-all', null)
})

const read = (memberId: string | null) => readPasses(database.app, { memberId, now })
const mine = async (memberId = ann.id) => (await read(memberId)).wallets[0]

test('tiers have the terms of their last change, and open what asks for them or for less', async () => {
  const answer = passesShape.parse(await read(null))
  expect(answer).toMatchObject({ block_number: 41, wallets: [] })
  const brief = answer.tiers.map(({ drops, ...tier }) => ({ ...tier, drops: drops.map(({ slug }) => slug) }))
  expect(brief).toEqual([
    { tier: 1, price: '20', period: 4_294_967_295, min_earned: '0', drops: ['for-ones'], raffles: 1 },
    { tier: 2, price: '50', period: 60, min_earned: '100', drops: ['for-ones', 'for-twos'], raffles: 2 },
    { tier: 3, price: '90', period: 0, min_earned: '0', drops: ['for-ones', 'for-twos'], raffles: 2 },
  ])
})

test("a member sees one's own wallets and nobody else's", async () => {
  expect(await mine()).toEqual({
    ...{ wallet: ann.wallet, balance: '70', earned: '120', pass: null, votes_with: null },
  })
  expect(await mine(bob.id)).toMatchObject({ wallet: bob.wallet, balance: '0', earned: '0' })
})

test('a pass runs, runs out at its very second, and is told from a cancelled one', async () => {
  const { indexer } = database
  const buy = (expiresAt: Date) =>
    indexer`insert into chain.pass_purchase ${indexer({
      ...{ member_address: toBytea(ann.wallet), tier: 2, expires_at: expiresAt, paid: '1', ...place() },
    })}`
  await buy(day(30))
  expect((await mine())?.pass).toEqual({ tier: 2, expires_at: day(30).toISOString(), state: 'active' })
  await buy(now)
  expect((await mine())?.pass).toMatchObject({ state: 'expired', expires_at: now.toISOString() })
  await buy(new Date(0))
  expect((await mine())?.pass).toEqual({ tier: 2, expires_at: null, state: 'cancelled' })
})

test('a vote is on from its delegation, and off when it was taken back', async () => {
  const { indexer } = database
  const delegate = (to: Hex) =>
    indexer`insert into chain.delegation ${indexer({
      delegator_address: toBytea(ann.wallet),
      from_address: toBytea(zero),
      to_address: toBytea(to),
      ...place(),
    })}`
  await delegate(ann.wallet)
  expect((await mine())?.votes_with).toBe(ann.wallet)
  expect((await mine(bob.id))?.votes_with).toBeNull()
  await delegate(zero)
  expect((await mine())?.votes_with).toBeNull()
})
