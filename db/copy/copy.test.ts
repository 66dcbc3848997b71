import { expect, onTestFinished, test } from 'vitest'
import { databaseForTest } from '../../test/support/database.ts'
import { connect, type Sql } from '../client.ts'
import { inTransaction } from '../transaction.ts'
import { copyInto } from './copy.ts'
import { BinaryRows } from './encode.ts'

async function tableOf(columns: string): Promise<{ sql: Sql; ownerUrl: string }> {
  const { ownerUrl } = await databaseForTest()
  const sql = connect(ownerUrl, { name: 'test', max: 1 })
  onTestFinished(() => sql.end({ timeout: 1 }))
  await sql.unsafe(`create table thing (${columns})`)
  return { sql, ownerUrl }
}

const MAX = 2n ** 256n - 1n
const numbers = [
  ...[0n, 1n, 9n, 9_999n, 10_000n, 10_001n, 99_990_000n, 100_000_000n, 10n ** 18n, 123_456_789n * 10n ** 20n],
  ...[2n ** 64n, 10n ** 77n, MAX - 1n, MAX, -1n, -10_000n, -MAX],
]

test('amounts arrive as they are, 0 and the largest included', async () => {
  const { sql } = await tableOf('value numeric(78,0), list numeric(78,0)[]')
  const rows = new BinaryRows()
  for (const number of numbers) {
    rows.row(2)
    rows.numeric(number)
    rows['numeric[]']([number, 0n])
  }
  await copyInto(sql, 'thing (value, list)', rows.end())
  const found = await sql<{ value: string; same: boolean }[]>`
    select value::text, value::text::numeric = value and list = array[value::text::numeric, 0] as same from thing`
  expect(found.map(({ value }) => BigInt(value))).toEqual(numbers)
  expect(found.every(({ same }) => same)).toBe(true)
})

test('every other type arrives as it is, null included', async () => {
  const { sql } = await tableOf(`s smallint, i integer, b bigint, o boolean, t timestamptz, x text, h bytea,
    hs bytea[], ns numeric[]`)
  const rows = new BinaryRows()
  rows.row(9)
  rows.smallint(-32_768)
  rows.integer(2 ** 31 - 1)
  rows.bigint(2n ** 63n - 1n)
  rows.boolean(true)
  rows.timestamptz(253_402_300_799)
  rows.text('é "\\ \n 𝄞 {null}')
  rows.bytea('0x00ff')
  rows['bytea[]'](['0x', '0x01', `0x${'ab'.repeat(200_000)}`])
  rows['numeric[]']([])
  rows.row(9)
  rows.smallint(0)
  rows.integer(-1)
  rows.bigint(0)
  rows.boolean(false)
  rows.timestamptz(0)
  rows.text('')
  rows.bytea('0x')
  rows['bytea[]']([])
  rows['numeric[]']([1n])
  rows.row(9)
  for (let field = 0; field < 9; field++) rows.null()
  await copyInto(sql, 'thing', rows.end())
  const found = await sql`
    select s, i, b::text, o, t::text, x, encode(h, 'hex') as h, cardinality(hs) as hs,
      encode(hs[2], 'hex') as second, length(hs[3]) as third, ns::text from thing`
  expect([...found]).toEqual([
    {
      ...{ s: -32_768, i: 2 ** 31 - 1, b: String(2n ** 63n - 1n), o: true, t: '9999-12-31 23:59:59+00' },
      ...{ x: 'é "\\ \n 𝄞 {null}', h: '00ff', hs: 3, second: '01', third: 200_000, ns: '{}' },
    },
    {
      ...{ s: 0, i: -1, b: '0', o: false, t: '1970-01-01 00:00:00+00', x: '', h: '' },
      ...{ hs: 0, second: null, third: null, ns: '{1}' },
    },
    {
      ...{ s: null, i: null, b: null, o: null, t: null, x: null, h: null },
      ...{ hs: null, second: null, third: null, ns: null },
    },
  ])
})

function integers(count: number, of: (at: number) => number): Buffer {
  const rows = new BinaryRows()
  for (let at = 0; at < count; at++) {
    rows.row(1)
    rows.integer(of(at))
  }
  return rows.end()
}

test.each(['primary key', 'unique deferrable initially immediate'])(
  'what the server refuses is an error, not silence (%s)',
  async (constraint) => {
    const { sql } = await tableOf(`i integer ${constraint}`)
    const twice = inTransaction(sql, (tx) =>
      copyInto(
        tx,
        'thing',
        integers(1_000, (at) => at % 999),
      ),
    )
    await expect(twice).rejects.toThrow('duplicate key')
    const unknown = inTransaction(sql, (tx) =>
      copyInto(
        tx,
        'nothing',
        integers(1, () => 1),
      ),
    )
    await expect(unknown).rejects.toThrow('does not exist')
    await inTransaction(sql, (tx) =>
      copyInto(
        tx,
        'thing',
        integers(50_000, (at) => at),
      ),
    )
    expect(await sql`select count(*)::int from thing`).toEqual([{ count: 50_000 }])
  },
)

test('a lost connection is an error, not silence', async () => {
  const { sql, ownerUrl } = await tableOf('i integer')
  const other = connect(ownerUrl, { name: 'test', max: 1 })
  onTestFinished(() => other.end({ timeout: 1 }))
  await other`create function wait() returns trigger language plpgsql as 'begin perform pg_sleep(20); return new; end'`
  await other`create trigger wait before insert on thing for each row execute function wait()`
  const [backend] = await sql<{ pid: number }[]>`select pg_backend_pid() as pid`
  const copied = inTransaction(sql, (tx) =>
    copyInto(
      tx,
      'thing',
      integers(3, (at) => at),
    ),
  )
  const lost = expect(copied).rejects.toMatchObject({ code: expect.stringMatching(/^57P01$|CONN/) })
  await expect
    .poll(
      () => other`select from pg_stat_activity where pid = ${backend?.pid ?? 0} and wait_event = 'PgSleep'`,
    )
    .toHaveLength(1)
  await other`select pg_terminate_backend(${backend?.pid ?? 0})`
  await lost
})
