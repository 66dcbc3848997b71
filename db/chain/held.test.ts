import { expect, test } from 'vitest'
import { seeded } from '../../core/random.ts'
import { databaseForTest } from '../../test/support/database.ts'
import { type Hex, toBytea } from '../bytes.ts'
import type { Db } from '../client.ts'
import { balanceOf } from './balance.ts'
import { heldSince } from './held.ts'

type Move = { block: number; log: number; from: number; to: number; value: number }
const PEOPLE = 5
const ZERO = 0
const SEEDS = 40

const address = (person: number): Hex => `0x${String(person).padStart(40, '0')}`
/** Blocks come in pairs of one timestamp: a second may hold several blocks. */
const timeOf = (block: number): Date => new Date(Date.UTC(2026, 0, 1) + Math.floor(block / 2) * 10_000)

function history(random: (below: number) => number): Move[] {
  const balances = Array.from({ length: PEOPLE }, () => 0)
  return Array.from({ length: 60 }, (_, index) => {
    const holders = balances.flatMap((balance, person) => (person !== ZERO && balance > 0 ? [person] : []))
    const mint = holders.length === 0 || random(4) === 0
    const from = mint ? ZERO : (holders[random(holders.length)] ?? ZERO)
    const to = mint ? 1 + random(PEOPLE - 1) : random(PEOPLE)
    const value = mint ? 1 + random(100) : 1 + random(balances[from] ?? 1)
    balances[from] = (balances[from] ?? 0) - value
    balances[to] = (balances[to] ?? 0) + value
    return { block: Math.floor(index / 3), log: index % 3, from, to, value }
  })
}

async function store(db: Db, moves: Move[]): Promise<void> {
  await db`truncate chain.transfer, chain.account`
  await db`insert into chain.transfer ${db(
    moves.map(({ block, log, from, to, value }) => ({
      block_number: block,
      log_index: log,
      tx_hash: toBytea('0x00'),
      from_address: toBytea(address(from)),
      to_address: toBytea(address(to)),
      value: String(value),
      block_time: timeOf(block),
    })),
  )}`
  await db`insert into chain.account (address, balance)
    select who, sum(delta) from (
      select to_address as who, value as delta from chain.transfer
      union all select from_address, -value from chain.transfer) each
    where who <> ${toBytea(address(ZERO))} group by who`
}

/** Plays the history forward and looks at the sum after each move. */
function oracle(moves: Move[], people: number[], since: Date | null): number {
  let held = 0
  let least = Number.POSITIVE_INFINITY
  const look = () => {
    least = Math.min(least, held)
  }
  for (const { block, from, to, value } of moves) {
    const later = since !== null && timeOf(block) > since
    if (later) look()
    held += (people.includes(to) ? value : 0) - (people.includes(from) ? value : 0)
    if (later) look()
  }
  look()
  return least
}

test('the least held since a moment equals a forward replay, over seeded histories', async () => {
  const { indexer, app } = await databaseForTest()
  let dips = 0
  for (let seed = 1; seed <= SEEDS; seed++) {
    const random = seeded(seed)
    const moves = history(random)
    await store(indexer, moves)
    for (let round = 0; round < 6; round++) {
      const people = [1, 2, 3, 4].filter(() => random(2) === 0)
      const since = round === 0 ? null : new Date(timeOf(random(22)).getTime() + (random(3) - 1) * 5000)
      const addresses = people.map(address)
      const held = await heldSince(app, { addresses, since })
      const note = `seed ${seed}, people ${people}, since ${since?.toISOString()}`
      expect(held, note).toBe(BigInt(oracle(moves, people, since)))
      const { balance } = await balanceOf(app, addresses)
      if (held < balance) dips++
      if (since === null) expect(held, note).toBe(balance)
    }
  }
  expect(dips).toBeGreaterThan(SEEDS)
})

test('nobody holds nothing', async () => {
  const { app } = await databaseForTest()
  expect(await heldSince(app, { addresses: [], since: new Date(0) })).toBe(0n)
  expect(await balanceOf(app, [])).toEqual({ balance: 0n, earned: 0n })
})
