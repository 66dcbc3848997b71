import { expect, test } from 'vitest'
import { readPlace } from '../../core/ledger/cursor.ts'
import type { LedgerEntry } from '../../core/ledger/shape.ts'
import { seeded } from '../../core/random.ts'
import { databaseForTest } from '../../test/support/database.ts'
import { addMember, randomAddress } from '../../test/support/members.ts'
import { type Hex, toBytea } from '../bytes.ts'
import type { Sql } from '../client.ts'
import { readChart } from './chart.ts'
import { readLedgerPage } from './page.ts'
import { readLedger } from './read.ts'

const zero: Hex = `0x${'00'.repeat(20)}`
const hash: Hex = `0x${'cc'.repeat(32)}`
const token: Hex = `0x${'aa'.repeat(20)}`
const noon = Date.UTC(2026, 2, 1, 12)

type Move = { block: number; log: number; from: Hex; to: Hex; value: bigint }

async function mirror(indexer: Sql, moves: Move[], head: number): Promise<void> {
  await indexer`insert into chain.cursor (chain_id, genesis_hash, from_block, block_number, block_hash)
    values (31337, ${toBytea(hash)}, 0, ${head}, ${toBytea(hash)})`
  await indexer`insert into chain.transfer ${indexer(
    moves.map(({ block, log, from, to, value }) => ({
      ...{ block_number: block, log_index: log, tx_hash: toBytea(hash), value: String(value) },
      ...{ from_address: toBytea(from), to_address: toBytea(to), block_time: new Date(noon + block * 1000) },
    })),
  )}`
}

/** A member with two wallets among strangers, after `count` random movements. */
async function world(count: number, seed: number) {
  const { app, indexer } = await databaseForTest()
  const { id, wallet } = await addMember(app, 'mover')
  const second = randomAddress()
  await app`insert into app.wallet (address, member_id) values (${toBytea(second)}, ${id})`
  const people = [wallet, second, zero, randomAddress()]
  const random = seeded(seed)
  const moves: Move[] = Array.from({ length: count }, (_, index) => ({
    ...{ block: Math.floor(index / 3), log: index % 3, value: BigInt(random(50)) },
    ...{ from: people[random(4)] ?? zero, to: people[random(4)] ?? zero },
  }))
  await mirror(indexer, moves, count)
  return { app, indexer, id, wallets: [wallet, second] as const, moves }
}

/** Every page, one after the other. */
async function walk(sql: Sql, memberId: string, { limit, until }: { limit: number; until?: number }) {
  const found: LedgerEntry[] = []
  for (let after: string | null = ''; after !== null; ) {
    const page = await readLedgerPage(sql, { memberId, limit, until, after: readPlace(after) })
    expect(page.items.length).toBeLessThanOrEqual(limit)
    found.push(...page.items)
    after = page.next
  }
  return found
}

const sum = (values: readonly string[]) => String(values.reduce((total, each) => total + BigInt(each), 0n))
const nameOf = (entry: LedgerEntry) =>
  `${entry.block_number}.${entry.log_index}.${entry.wallet}.${entry.value}`

test('pages of any size tell every movement once, newest first, and add up to each wallet', async () => {
  for (const seed of [1, 2, 3]) {
    const { app, id, wallets, moves } = await world(200, seed)
    const whole = await walk(app, id, { limit: 500 })
    const mine = moves.filter(({ from, to }) => wallets.some((wallet) => wallet === from || wallet === to))
    const between = mine.filter(
      ({ from, to }) => from !== to && [from, to].every((each) => wallets.includes(each)),
    )
    expect(whole).toHaveLength(mine.length + between.length)
    const places = whole.map((entry) => entry.block_number * 10 + entry.log_index)
    expect(places).toEqual(places.toSorted((a, b) => b - a))
    for (const limit of [1, 2, 7])
      expect((await walk(app, id, { limit })).map(nameOf)).toEqual(whole.map(nameOf))
    const ledger = await readLedger(app, { memberId: id, token, now: new Date() })
    for (const { address, sum: told, movements } of ledger.wallets) {
      const own = whole.filter(({ wallet }) => wallet === address)
      expect([told, movements]).toEqual([sum(own.map(({ value }) => value)), own.length])
    }
  }
})

test('pages up to a block leave out what came later, and name the block they are of', async () => {
  const { app, indexer, id } = await world(60, 4)
  await indexer`insert into chain.block (number, hash, parent_hash, block_time)
    values (9, ${toBytea(token)}, ${toBytea(hash)}, now())`
  const early = await walk(app, id, { limit: 3, until: 9 })
  expect(early).toEqual((await walk(app, id, { limit: 500 })).filter((entry) => entry.block_number <= 9))
  const page = (until: number) => readLedgerPage(app, { memberId: id, limit: 1, until })
  expect(await page(9)).toMatchObject({ block_number: 9, block_hash: token })
  expect(await page(3)).toMatchObject({ block_number: 3, block_hash: null })
  expect(await page(60)).toMatchObject({ block_number: 60, block_hash: hash })
  expect(await page(99)).toMatchObject({ block_number: 60, block_hash: hash })
})

test('the chart steps with every block that moved it, and beyond its points with every span of time', async () => {
  const { app, id, moves, wallets } = await world(90, 5)
  const whole = await readChart(app, id)
  const held = (until: number) =>
    moves
      .filter(({ block }) => noon + block * 1000 <= until)
      .reduce((total, { from, to, value }) => {
        const [gave, got] = [from, to].map((each) => wallets.some((wallet) => wallet === each))
        return total + (got ? value : 0n) - (gave ? value : 0n)
      }, 0n)
  expect(whole.points.length).toBe(whole.changes)
  const lastOf = new Map(whole.points.map(({ at, balance }) => [at, balance]))
  for (const [at, balance] of lastOf) expect([at, balance]).toEqual([at, String(held(Date.parse(at)))])

  const long = await world(2000, 6)
  const cut = await readChart(long.app, long.id)
  expect(cut.points.length).toBeLessThanOrEqual(120)
  expect(cut.points.length).toBeGreaterThan(100)
  const ledger = await walk(long.app, long.id, { limit: 500 })
  expect(cut.points.at(-1)?.balance).toBe(sum(ledger.map(({ value }) => value)))
  expect(cut.changes).toBeGreaterThan(500)
})

test('a ledger of nobody and of no wallet is empty, and no error', async () => {
  const { app } = await databaseForTest()
  const { id } = await addMember(app, 'empty')
  await app`delete from app.wallet where member_id = ${id}`
  expect(await readLedger(app, { memberId: id, token, now: new Date() })).toMatchObject({
    ...{ balance: '0', earned: '0', wallets: [], entries: [], next: null, pending: [], promised: '0' },
  })
  expect(await readChart(app, id)).toEqual({ points: [], changes: 0, block_number: 0 })
})
