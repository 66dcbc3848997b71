import { expect } from 'vitest'
import { accessPassAbi } from '../../core/contracts/accessPass.ts'
import { karmaAbi } from '../../core/contracts/karma.ts'
import type { Sql } from '../../db/client.ts'
import type { Activity } from './activity.ts'
import { chainAwards } from './awards.ts'

type Log = { blockNumber: bigint; logIndex: number; transactionHash: string }
const ZERO = `0x${'0'.repeat(40)}`

const key = (block: unknown, log: unknown) => `${block}:${log}`
const place = (log: Log) => [key(log.blockNumber, log.logIndex), log.transactionHash] as const

/** The events of our contracts, decoded by viem: the oracle. */
async function chainFacts({ client, rpcUrl, deployment, balance }: Activity) {
  const range = { fromBlock: 0n, toBlock: 'latest', strict: true } as const
  const karma = { address: deployment.karma, abi: karmaAbi, ...range } as const
  const transfers = await client.getContractEvents({ ...karma, eventName: 'Transfer' })
  const awards = await chainAwards(rpcUrl, deployment.karma)
  const batches = await client.getContractEvents({ ...karma, eventName: 'AwardBatch' })
  const pass = { address: deployment.access_pass, abi: accessPassAbi, ...range } as const
  const passes = await client.getContractEvents({ ...pass, eventName: 'PassPurchased' })
  const lower = (text: string) => text.toLowerCase()
  const people = new Set(transfers.flatMap(({ args }) => [lower(args.from), lower(args.to)]))
  people.delete(ZERO)
  const accounts = await Promise.all(
    [...people].sort().map(async (person) => {
      const address = person as `0x${string}`
      const read = { address: deployment.karma, abi: karmaAbi, functionName: 'lifetimeEarned' } as const
      return [person, await balance(address), await client.readContract({ ...read, args: [address] })]
    }),
  )
  return {
    transfers: transfers.map((log) => [
      ...place(log),
      lower(log.args.from),
      lower(log.args.to),
      log.args.value,
    ]),
    awards: awards.map(({ log, id, to, amount }) => [...place(log), id, to, amount]),
    batches: batches.map((log) => [...place(log), log.args.firstId, log.args.count, log.args.ruleset]),
    passes: passes.map((log) => [
      ...place(log),
      lower(log.args.member),
      BigInt(log.args.tier),
      log.args.expiresAt,
      log.args.paid,
    ]),
    accounts,
  }
}

async function mirrorFacts(sql: Sql) {
  const hex = (column: string) => sql.unsafe(`'0x' || encode(${column}, 'hex')`)
  const where = sql`concat(block_number, ':', log_index), ${hex('tx_hash')}`
  const order = sql`order by block_number, log_index`
  const rows = async (query: ReturnType<typeof sql>) => [...(await query.values())].map((row) => [...row])
  return {
    transfers: await rows(
      sql`select ${where}, ${hex('from_address')}, ${hex('to_address')}, value from chain.transfer ${order}`,
    ),
    awards: await rows(
      sql`select ${where}, award_id, ${hex('to_address')}, amount from chain.award ${order}`,
    ),
    batches: await rows(
      sql`select ${where}, first_id, count::bigint, ${hex('ruleset')} from chain.award_batch ${order}`,
    ),
    passes: await rows(
      sql`select ${where}, ${hex('member_address')}, tier::bigint, extract(epoch from expires_at)::bigint, paid
        from chain.pass_purchase ${order}`,
    ),
    accounts: await rows(sql`select ${hex('address')}, balance, earned from chain.account order by address`),
  }
}

async function expectTimes({ client }: Activity, sql: Sql): Promise<void> {
  const rows = await sql<{ number: bigint; time: bigint }[]>`
    select distinct block_number as number, extract(epoch from block_time)::bigint as time from (
      select block_number, block_time from chain.transfer union select block_number, block_time from chain.award
      union select block_number, block_time from chain.cursor union select number, block_time from chain.block) each`
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

/** Every row, sum and time of the mirror equals what the chain says. */
export async function expectMirror(activity: Activity, sql: Sql): Promise<void> {
  expect(await mirrorFacts(sql)).toEqual(await chainFacts(activity))
  await expectTimes(activity, sql)
}

/** One hash over every fact of the mirror, its own heartbeat aside. */
export async function mirrorHash(sql: Sql): Promise<string> {
  const [row] = await sql<{ hash: string }[]>`
    select encode(sha256(convert_to(string_agg(line, E'\n'), 'utf8')), 'hex') as hash from (
      select 't' || t::text as line from chain.transfer t union all select 'a' || a::text from chain.award a
      union all select 'b' || b::text from chain.award_batch b
      union all select 'p' || p::text from chain.pass_purchase p
      union all select 'c' || c::text from chain.account c union all select 'u' || u::text from chain.cursor u
      union all select 'k' || k::text from chain.block k order by 1) each`
  return row?.hash ?? ''
}
