import { expect } from 'vitest'
import { karmaAbi } from '../../core/contracts/karma.ts'
import { eachFamily } from '../../db/chain/facts.ts'
import type { Sql } from '../../db/client.ts'
import type { Activity } from './activity.ts'
import { mirrorRows } from './mirror-rows.ts'
import { chainRows, type Row } from './oracle.ts'

const ZERO = `0x${'0'.repeat(40)}`

/** Address, balance and all that was ever awarded of everyone who ever had karma: as Karma says. */
async function chainAccounts({ client, deployment, balance }: Activity, transfers: Row[]) {
  const people = new Set(transfers.flatMap(([, , , from, to]) => [from ?? ZERO, to ?? ZERO]))
  people.delete(ZERO)
  return Promise.all(
    [...people].sort().map(async (person) => {
      const address = person as `0x${string}`
      const read = { address: deployment.karma, abi: karmaAbi, functionName: 'lifetimeEarned' } as const
      return [person, await balance(address), await client.readContract({ ...read, args: [address] })]
    }),
  )
}

async function mirrorAccounts(sql: Sql) {
  const rows =
    await sql`select '0x' || encode(address, 'hex'), balance, earned from chain.account order by address`.values()
  return rows.map((row) => [...row])
}

async function expectTimes({ client }: Activity, sql: Sql): Promise<void> {
  const tables = [...eachFamily.map(([, { table }]) => table), 'cursor']
  const rows = await sql.unsafe<{ number: bigint; time: bigint }[]>(`
    select distinct block_number as number, extract(epoch from block_time)::bigint as time from (
      ${tables.map((table) => `select block_number, block_time from chain.${table}`).join(' union ')}
      union select number, block_time from chain.block) each`)
  for (const { number, time } of rows) {
    const block = await client.getBlock({ blockNumber: number })
    expect([number, time]).toEqual([number, block.timestamp])
  }
}

/** Waits until the mirror stands at the chain's newest block (by hash). */
export async function caughtUp({ client }: Activity, sql: Sql): Promise<void> {
  await expect
    .poll(
      async () => {
        const [row] = await sql`select '0x' || encode(block_hash, 'hex') as hash from chain.cursor`
        return row?.hash === (await client.getBlock({ blockTag: 'latest' })).hash
      },
      { interval: 10, timeout: 20_000, message: 'the mirror never reached the newest block' },
    )
    .toBe(true)
}

/** Every row, sum and time of the mirror equals what the chain says. @returns the rows of the chain */
export async function expectMirror(activity: Activity, sql: Sql): Promise<Record<string, Row[]>> {
  const rows = await chainRows(activity)
  expect(await mirrorRows(sql)).toEqual(rows)
  expect(await mirrorAccounts(sql)).toEqual(await chainAccounts(activity, rows.transfers ?? []))
  await expectTimes(activity, sql)
  return rows
}

/** No chain facts: another mirror of the same chain has others. */
const OWN = ['audit', 'heartbeat', 'migration']

/** One hash over every row of schema chain, its own heartbeat aside, and over every row of its views. */
export async function mirrorHash(sql: Sql): Promise<string> {
  const relations = await sql<{ name: string }[]>`
    select relname as name from pg_class where relnamespace = 'chain'::regnamespace and relkind in ('r', 'v')
      and relname <> all(${OWN}) order by 1`
  const lines = relations.map(({ name }) => `select '${name} ' || each::text as line from chain.${name} each`)
  const [row] = await sql.unsafe<{ hash: string }[]>(`
    select encode(sha256(convert_to(string_agg(line, E'\\n' order by line), 'utf8')), 'hex') as hash
      from (${lines.join(' union all ')}) lines`)
  return row?.hash ?? ''
}
