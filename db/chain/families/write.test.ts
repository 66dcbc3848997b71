import { expect, test } from 'vitest'
import { seeded } from '../../../core/random.ts'
import { databaseForTest } from '../../../test/support/database.ts'
import { mirrorHash } from '../../../test/support/mirror.ts'
import type { Hex } from '../../bytes.ts'
import { inTransaction } from '../../transaction.ts'
import { eachFamily } from '../facts.ts'
import { columnsOf, type Family, type Place, type SqlType } from './family.ts'
import { rowsOf, writeRows } from './write.ts'

type Random = (below: number) => number
const MAX = 2n ** 256n - 1n
const texts = ['', 'null', 'NULL', '{}', '"', '\\', "it's", 'a,b', '{"\\"}', ' ü🗳️\n\t', '\u{fffd}']

const hex = (random: Random): Hex =>
  `0x${Array.from({ length: 2 * random(40) }, () => random(16).toString(16)).join('')}`
const amount = (random: Random) =>
  [0n, 1n, 10_000n, MAX, MAX >> BigInt(random(256)), BigInt(random(1e9))][random(6)] ?? 0n

/** A value of each type, as code holds it. */
const sample: Record<SqlType, (random: Random) => unknown> = {
  bytea: hex,
  bigint: (random) => [0n, 2n ** 63n - 1n, BigInt(random(1e9))][random(3)],
  integer: (random) => [0, 2 ** 31 - 1, random(1000)][random(3)],
  smallint: (random) => [0, 255, 32_767][random(3)],
  numeric: amount,
  timestamptz: (random) => [0, 1, 253_402_300_799, random(2 ** 31)][random(4)],
  boolean: (random) => random(2) === 0,
  text: (random) => texts[random(texts.length)],
  'bytea[]': (random) => Array.from({ length: random(4) }, () => hex(random)),
  'numeric[]': (random) => Array.from({ length: random(4) }, () => amount(random)),
}
/** What tables constrain, by column. */
const allowed: Record<string, unknown[]> = {
  state: ['cancelled', 'expired'],
  'proposal_step.step': ['queued', 'executed', 'canceled'],
  'trade_step.step': ['accepted', 'timed-out', 'ruled'],
  'access_operation_step.step': ['executed', 'canceled'],
  'governor_setting.setting': ['voting-delay', 'quorum-numerator'],
  'role_setting.setting': ['admin', 'grant-delay'],
}
const nullable = [
  'eta',
  'params',
  'actor_address',
  'rule_by',
  'slashed',
  'trade_step.burned',
  'from_state',
  'pass_approval.token_id',
  'role_member.delay',
  'role_member.since',
  'new_member',
  'role_setting.since',
]
const unique = ['award_id', 'first_id', 'raffle.raffle_id', 'proposal.proposal_id', 'trade.trade_id']

/** A family over random values of its columns: facts are those values by name. */
function randomly({ table, columns }: Family<Place>, random: Random) {
  const one = (name: string, type: SqlType, at: number): unknown => {
    const is = (names: string[]) => names.includes(name) || names.includes(`${table}.${name}`)
    if (is(unique)) return type === 'bytea' ? `0x${at.toString(16).padStart(64, '0')}` : BigInt(at)
    if (is(nullable) && random(3) === 0) return null
    const some = allowed[`${table}.${name}`] ?? allowed[name]
    return some ? some[random(some.length)] : sample[type](random)
  }
  const facts = Array.from({ length: 250 }, (_, at) => ({
    ...{
      blockNumber: 2 ** 40 + at,
      logIndex: random(2 ** 31),
      txHash: hex(random),
      blockTime: random(2 ** 31),
    },
    values: columns.map(({ name, type }) => one(name, type, at)),
  }))
  const own = columns.map((column, index) => ({
    ...column,
    of: (fact: { values: unknown[] }) => fact.values[index] as never,
  }))
  return { facts, family: { table, columns: own } as unknown as Family<Place & { values: unknown[] }> }
}

test('a COPY and inserts of arrays write the same rows, of any family', async () => {
  const [copied, inserted] = [await databaseForTest(), await databaseForTest()]
  for (const [, real] of eachFamily) {
    const { family, facts } = randomly(real, seeded(11))
    await inTransaction(copied.indexer, (tx) => writeRows(tx, rowsOf(family, facts)))
    await inTransaction(inserted.indexer, async (tx) => {
      await writeRows(tx, rowsOf(family, facts.slice(0, 200)))
      await writeRows(tx, rowsOf(family, facts.slice(200)))
    })
    const [rows] = await copied.indexer.unsafe(`select count(*)::int from chain.${real.table}`)
    expect([real.table, rows?.count]).toEqual([real.table, 250])
  }
  expect(await mirrorHash(copied.indexer)).toBe(await mirrorHash(inserted.indexer))
})

test('values arrive as they are', async () => {
  const { indexer } = await databaseForTest()
  const real = eachFamily.find(([name]) => name === 'proposals')?.[1]
  if (!real) throw new Error('no proposals')
  const { family, facts } = randomly(real, seeded(12))
  await writeRows(indexer, rowsOf(family, facts.slice(0, 50)))
  const found = await indexer`
    select proposal_id, array(select '0x' || encode(x, 'hex') from unnest(calldatas) x) as calldatas,
      array(select x::text from unnest(call_values) x) as call_values, description,
      extract(epoch from vote_start)::float8 as vote_start, extract(epoch from block_time)::float8 as block_time
    from chain.proposal order by block_number`
  const names = columnsOf(family)
  const wanted = facts.slice(0, 50).map((fact) => {
    const of = (name: string) => names.find((column) => column.name === name)?.of(fact)
    return {
      ...{ proposal_id: of('proposal_id'), calldatas: of('calldatas'), description: of('description') },
      ...{ call_values: (of('call_values') as unknown as bigint[]).map(String) },
      ...{ vote_start: of('vote_start'), block_time: fact.blockTime },
    }
  })
  expect([...found]).toEqual(wanted)
})
