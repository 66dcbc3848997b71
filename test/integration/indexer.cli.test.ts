import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, onTestFinished, test } from 'vitest'
import { seeded } from '../../core/random.ts'
import type { Sql } from '../../db/client.ts'
import { audit } from '../../scripts/audit/audit.ts'
import { isSound, report } from '../../scripts/audit/report.ts'
import { actRandomly, openActivity } from '../support/activity.ts'
import { startChain } from '../support/chain.ts'
import { emptyDatabase, run } from '../support/cli.ts'
import { caughtUp, expectMirror, mirrorHash } from '../support/mirror.ts'
import { startToken, type TokenChain, tokenAbi } from '../support/token.ts'

type Hex = `0x${string}`
let chain: TokenChain
const random = seeded(31)
const someone = (): Hex => `0x${(0xabc0 + random(8)).toString(16).padStart(40, '1')}`

async function actTimes(count: number): Promise<void> {
  for (let round = 0; round < count; round++) {
    await chain.act('mint', someone(), BigInt(1 + random(1_000_000)))
    await chain.act('transfer', someone(), BigInt(random(20)))
  }
  await chain.burn(3n)
}

beforeAll(async () => {
  chain = await startToken()
  await actTimes(10)
})
afterAll(() => chain.close())

const mirror = (url: string, ...more: string[]) =>
  run('scripts/indexer.ts', [
    ...['--rpc', chain.url, '--database-url', url, '--token', chain.token],
    ...['--from-block', String(chain.firstBlock), ...more],
  ])
const auditOf = (url: string, ...more: string[]) =>
  run('scripts/audit-ledger.ts', ['--rpc', chain.url, '--database-url', url, '--token', chain.token, ...more])
    .ended

/** The token's ledger, as viem reads it. */
async function chainLedger() {
  const { client, token: address } = chain
  const events = await client.getContractEvents({
    ...{ address, abi: tokenAbi, eventName: 'Transfer', fromBlock: 0n, strict: true },
  })
  const people = new Set(events.flatMap(({ args }) => [args.from, args.to]))
  const accounts = await Promise.all(
    [...people]
      .map((person) => person.toLowerCase() as Hex)
      .filter((person) => BigInt(person) !== 0n)
      .sort()
      .map(async (person) => {
        const read = { address, abi: tokenAbi, functionName: 'balanceOf', args: [person] } as const
        return [person, await client.readContract(read), 0n]
      }),
  )
  const lower = (address_: Hex) => address_.toLowerCase()
  const transfers = events.map(({ blockNumber, logIndex, args: { from, to, value } }) => [
    ...[blockNumber, BigInt(logIndex), lower(from), lower(to), value],
  ])
  return { transfers, accounts }
}

async function mirroredLedger(sql: Sql) {
  const hex = (column: string) => sql.unsafe(`'0x' || encode(${column}, 'hex')`)
  const transfers = await sql`
    select block_number, log_index::bigint, ${hex('from_address')}, ${hex('to_address')}, value
      from chain.transfer order by block_number, log_index`.values()
  const accounts = await sql`
    select ${hex('address')}, balance, earned from chain.account order by address`.values()
  return { transfers: [...transfers].map((row) => [...row]), accounts: [...accounts].map((row) => [...row]) }
}

test('any ERC-20 into a plain database: the ledger alone, to the head, and later on from there', async () => {
  const { url, sql } = await emptyDatabase()
  const first = await mirror(url, '--exit-at-head').ended
  expect(first).toMatchObject({ code: 0, err: '' })
  const last = JSON.parse(first.out.trim().split('\n').at(-1) ?? '')
  expect(last.msg).toMatch(/^In step at block \d+: \d+ accounts hold \d+, which is totalSupply\(\)\.$/)
  expect(await mirroredLedger(sql)).toEqual(await chainLedger())
  await actTimes(4)
  expect(await mirror(url, '--exit-at-head').ended).toMatchObject({ code: 0, err: '' })
  const ledger = await mirroredLedger(sql)
  expect(ledger).toEqual(await chainLedger())
  expect(ledger.transfers.length).toBeGreaterThan(25)
  expect(await sql`select 1 from chain.award union all select 1 from chain.award_batch`).toHaveLength(0)
  expect(await sql`select nspname from pg_namespace where nspname in ('app', 'queue')`).toHaveLength(0)
})

test('it follows the head until it is stopped', async () => {
  const { url, sql } = await emptyDatabase()
  const running = mirror(url)
  await expect.poll(() => sql`select 1 from chain.account`.catch(() => [])).not.toEqual([])
  await actTimes(1)
  await expect.poll(() => mirroredLedger(sql)).toEqual(await chainLedger())
  expect(await running.stop()).toMatchObject({ code: 0, err: '' })
})

test('dropping schema chain and running again gives identical rows', async () => {
  const { url, sql } = await emptyDatabase()
  await mirror(url, '--exit-at-head').ended
  await actTimes(3)
  await chain.client.mine({ blocks: 80 })
  await mirror(url, '--exit-at-head').ended
  const before = await mirrorHash(sql)
  await sql`drop schema chain cascade`
  expect(await mirror(url, '--exit-at-head').ended).toMatchObject({ code: 0 })
  expect(await mirrorHash(sql)).toBe(before)
})

test('the audit prints drift 0, and finds each way in which rows can be wrong', async () => {
  const { url, sql } = await emptyDatabase()
  await mirror(url, '--exit-at-head').ended
  const sound = await auditOf(url)
  expect(sound).toMatchObject({ code: 0, err: '' })
  expect(sound.out).toMatch(/\ndrift 0\n$/)
  expect(sound.out).toMatch(/rows of transfers +chain (\d+) +mirror \1 +drift 0\n/)
  const amounts = sql`select address from chain.account order by balance desc limit 1`
  const breakages: [ReturnType<typeof sql>, RegExp][] = [
    [
      sql`update chain.account set balance = balance + 1 where address in (${amounts})`,
      /sum of balances.*drift 1\n/,
    ],
    [sql`update chain.account set earned = 1 where address in (${amounts})`, /do not add up.*drift 1\n/],
    [
      sql`delete from chain.transfer where block_number = ${chain.firstBlock}`,
      /rows of transfers.*drift -1\n/,
    ],
    [
      sql`update chain.transfer set value = value + 1 where block_number = ${chain.firstBlock}`,
      /rows that one side alone has.*drift 2\n/,
    ],
    [sql`delete from chain.account where address in (${amounts})`, /accounts that do not add up.*drift 1\n/],
  ]
  for (const [breakage, found] of breakages) {
    await sql`create schema kept`
    for (const table of ['account', 'transfer'])
      await sql.unsafe(`create table kept.${table} as table chain.${table}`)
    await breakage
    const target = { rpcUrl: chain.url, databaseUrl: url, contracts: { token: chain.token } }
    const result = await audit(target, Number.MAX_SAFE_INTEGER)
    const out = `${report(result).join('\n')}\n`
    expect(out).toMatch(found)
    expect(out).not.toMatch(/\ndrift 0\n$/)
    expect(isSound(result)).toBe(false)
    for (const table of ['account', 'transfer'])
      await sql.unsafe(`truncate chain.${table}; insert into chain.${table} select * from kept.${table}`)
    await sql`drop schema kept cascade`
  }
  expect(await auditOf(url, '--sample', '2')).toMatchObject({ code: 0 })
  await sql`update chain.transfer set tx_hash = '' where block_number = ${chain.firstBlock}`
  expect(await auditOf(url)).toMatchObject({ code: 1, out: expect.stringMatching(/\ndrift 2\n$/) })
})

test('a deployment: every event of our contracts, and an audit of them all', async () => {
  const ours = await startChain()
  onTestFinished(ours.close)
  const folder = mkdtempSync(join(tmpdir(), 'snpd-cli-'))
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }))
  const file = join(folder, 'deployment.json')
  writeFileSync(file, JSON.stringify(ours.deployment))
  const activity = await openActivity(ours)
  await activity.openTier(1, 500n)
  for (let round = 0; round < 25; round++) await actRandomly(activity, random)
  const { url, sql } = await emptyDatabase()
  const args = ['--rpc', ours.rpcUrl, '--database-url', url, '--deployment', file]
  expect(await run('scripts/indexer.ts', [...args, '--exit-at-head']).ended).toMatchObject({
    code: 0,
    err: '',
  })
  await caughtUp(activity, sql)
  await expectMirror(activity, sql)
  const { code, out } = await run('scripts/audit-ledger.ts', args).ended
  expect(out).toMatch(/rows of awards.*\n(.*\n)*drift 0\n$/)
  expect(code).toBe(0)
  await sql`update chain.account set earned = earned + 1`
  expect((await run('scripts/audit-ledger.ts', args).ended).code).toBe(1)
})

test('--help says it all and does nothing', async () => {
  for (const script of ['scripts/indexer.ts', 'scripts/audit-ledger.ts']) {
    const { code, out, err } = await run(script, ['--help']).ended
    expect({ code, err }).toEqual({ code: 0, err: '' })
    expect(out).toMatch(/--database-url URL/)
  }
})
