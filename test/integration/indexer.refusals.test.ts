import { afterAll, beforeAll, describe, expect, onTestFinished, test } from 'vitest'
import { connect, type Sql } from '../../db/client.ts'
import { startAnvil } from '../../scripts/engines/anvil.ts'
import { freePort } from '../../scripts/engines/ports.ts'
import { emptyDatabase, run } from '../support/cli.ts'
import { type ProxiedCall, startProxy } from '../support/proxy.ts'
import { startToken, type TokenChain } from '../support/token.ts'

type Hex = `0x${string}`
let chain: TokenChain
const someone: Hex = `0x${'11'.repeat(20)}`

beforeAll(async () => {
  chain = await startToken()
  for (let round = 0; round < 12; round++) await chain.act('mint', someone, 5n)
  await chain.act('transfer', someone, 7n)
})
afterAll(() => chain.close())

type Changes = { rpc?: string; url: string; token?: string; from?: number; more?: string[] }

const mirror = ({ rpc = chain.url, url, token = chain.token, from = chain.firstBlock, more = [] }: Changes) =>
  run('scripts/indexer.ts', [
    ...['--rpc', rpc, '--database-url', url, '--token', token, '--from-block', String(from), ...more],
  ])
const toHead = ['--exit-at-head']

/** Ends with one sentence and its remedy, on one line. */
async function expectRefusal(changes: Changes, sentence: RegExp): Promise<void> {
  const { code, err } = await mirror({ more: toHead, ...changes }).ended
  expect(err).toMatch(sentence)
  expect(err.trim().split('\n')).toHaveLength(1)
  expect(code).toBe(1)
}

const rowsOf = (sql: Sql) => sql`select 1 from chain.transfer union all select 1 from chain.account`

describe('what cannot be mirrored is refused before anything is written', () => {
  test('a token without code, and a contract that is none', async () => {
    const { url, sql } = await emptyDatabase()
    await expectRefusal({ url, token: someone }, /^There is no contract at 0x1111/)
    // A precompile has no code either; the smallest contract there is answers with nothing.
    const stub: Hex = `0x${'22'.repeat(20)}`
    await chain.client.setCode({ address: stub, bytecode: '0x00' })
    await expectRefusal({ url, token: stub }, /^The contract at 0x2222\S+ is no ERC-20/)
    expect(await sql`select 1 from chain.cursor`).toHaveLength(0)
  })

  test('a first block after the newest', async () => {
    const { url, sql } = await emptyDatabase()
    await expectRefusal({ url, from: 5_000 }, /^--from-block 5000 is after the newest block \d+ of the chain/)
    expect(await sql`select 1 from chain.cursor`).toHaveLength(0)
  })

  test('a first block after the first transfer', async () => {
    const { url, sql } = await emptyDatabase()
    await expectRefusal({ url, from: 8 }, /^Before block 8 there was \d+ of the token already/)
    expect(await sql`select 1 from chain.cursor`).toHaveLength(0)
  })

  test('a node that does not answer', async () => {
    const { url } = await emptyDatabase()
    const rpc = `http://127.0.0.1:${await freePort()}`
    await expectRefusal({ url, rpc }, /^The chain at \S+ does not answer: ECONNREFUSED/)
  })

  test('a deployment file that is not there', async () => {
    const { url } = await emptyDatabase()
    const ended = await run('scripts/indexer.ts', [
      ...['--rpc', chain.url, '--database-url', url, '--deployment', 'nowhere.json'],
    ]).ended
    expect(ended).toMatchObject({
      code: 1,
      err: expect.stringMatching(/^The deployment file nowhere\.json is not one/),
    })
  })
})

describe('another subject than the one mirrored is refused, and changes nothing', () => {
  test('another chain id, another genesis, another token, another first block', async () => {
    const { url, sql } = await emptyDatabase()
    expect(await mirror({ url, more: toHead }).ended).toMatchObject({ code: 0 })
    const before = await sql`select * from chain.cursor`
    const otherId = await startAnvil({ port: await freePort(), chainId: 5 })
    onTestFinished(otherId.stop)
    await expectRefusal({ url, rpc: otherId.url }, /^The chain at \S+ has id 5; /)
    const otherGenesis = await startAnvil({ port: await freePort() })
    onTestFinished(otherGenesis.stop)
    await expectRefusal({ url, rpc: otherGenesis.url }, /^The chain at \S+ began with block 0x/)
    await expectRefusal({ url, token: someone }, /^The database mirrors contracts 0x/)
    await expectRefusal({ url, from: 0 }, /^The database mirrors contracts 0x/)
    expect(await sql`select * from chain.cursor`).toEqual(before)
  })
})

describe('databases that must not be touched', () => {
  test('one that a newer version wrote', async () => {
    const { url, sql } = await emptyDatabase()
    await mirror({ url, more: toHead }).ended
    await sql`insert into chain.migration (name, hash) values ('999_future.sql', 'x')`
    const before = await sql`select * from chain.cursor`
    await chain.act('mint', someone, 1n)
    await expectRefusal({ url }, /^The database ran migration 999_future.sql, which this version/)
    expect(await sql`select * from chain.cursor`).toEqual(before)
  })

  test('a schema that is another role’s, and a database where the user may create none', async () => {
    const { url, sql } = await emptyDatabase()
    const [row] = await sql<{ name: string }[]>`select current_database() as name`
    const role = `${row?.name}_guest`
    await sql.unsafe(`create role ${role} login password 'guest'`)
    const asGuest = new URL(url)
    asGuest.username = role
    asGuest.password = 'guest'
    await expectRefusal({ url: asGuest.href }, /cannot create schema "chain" in this database/)
    await sql.unsafe(`create schema chain authorization ${role}`)
    await expectRefusal({ url }, /^Schema "chain" of this database belongs to t_\w+_guest, not to/)
    expect(await mirror({ url: asGuest.href, more: toHead }).ended).toMatchObject({ code: 0, err: '' })
  })

  test('none at all', async () => {
    await expectRefusal(
      { url: 'postgres://u:secret@127.0.0.1:1/x' },
      /^Postgres at 127.0.0.1:1\S* does not answer/,
    )
  })
})

const isLogsOf = ({ method }: ProxiedCall) => method === 'eth_getLogs'
type Filter = { fromBlock?: string; toBlock?: string }
const logsOf = (result: unknown) => result as { blockNumber: string }[]

describe('nodes that are not to be trusted', () => {
  test('one that hides a log: the sums tell, and it ends with an alarm', async () => {
    const { url } = await emptyDatabase()
    await chain.client.mine({ blocks: 400 })
    const rpc = await startProxy(chain.url, (call, answer) =>
      isLogsOf(call)
        ? { ...answer, result: logsOf(answer.result).filter(({ blockNumber }) => blockNumber !== '0x6') }
        : answer,
    )
    await expectRefusal({ url, rpc }, /^The mirrored ledger is not the chain's: the balances sum up to/)
    const audit = ['--rpc', chain.url, '--database-url', url, '--token', chain.token]
    const { code, out } = await run('scripts/audit-ledger.ts', audit).ended
    expect(out).toMatch(/rows of transfers.*drift -1\n/)
    expect(code).toBe(1)
  })

  test('one that tells events which the contract never wrote', async () => {
    const { url, sql } = await emptyDatabase()
    const rpc = await startProxy(chain.url, (call, answer) => {
      if (!isLogsOf(call)) return answer
      return { ...answer, result: logsOf(answer.result).map((log) => ({ ...log, data: '0x01' })) }
    })
    const running = mirror({ url, rpc, more: toHead })
    await expect.poll(running.said).toMatch(/"code":"chain\.bad-answer"/)
    expect(await rowsOf(sql)).toHaveLength(0)
    expect(await running.stop()).toMatchObject({ code: 0 })
  })

  test('one that has pruned its old logs: it waits, and writes nothing until they are there', async () => {
    const { url, sql } = await emptyDatabase()
    let isPruned = true
    const rpc = await startProxy(chain.url, (call, answer) => {
      const { fromBlock } = (call.params[0] ?? {}) as Filter
      const isOld = isLogsOf(call) && fromBlock !== undefined && Number(fromBlock) < 10
      if (!isPruned || !isOld) return answer
      return { error: { code: 4444, message: 'pruned history unavailable' } }
    })
    const running = mirror({ url, rpc, more: toHead })
    await expect.poll(running.said).toMatch(/pruned history unavailable/)
    expect(await rowsOf(sql)).toHaveLength(0)
    isPruned = false
    expect(await running.ended).toMatchObject({ code: 0, err: '' })
  })

  test('one that lags behind: rows that are there stay', async () => {
    const { url, sql } = await emptyDatabase()
    expect(await mirror({ url, more: toHead }).ended).toMatchObject({ code: 0 })
    const before = await sql`select * from chain.transfer order by 1, 2`
    const head = Number(await chain.client.getBlockNumber())
    const behind = `0x${(head - 3).toString(16)}`
    let looks = 0
    const rpc = await startProxy(chain.url, ({ method, params: [block] }, answer) => {
      if (block === 'latest') looks++
      if (method === 'eth_blockNumber') return { result: behind }
      if (method !== 'eth_getBlockByNumber') return answer
      return typeof block === 'string' && block.startsWith('0x') && Number(block) > head - 3
        ? { result: null }
        : answer
    })
    const running = mirror({ url, rpc })
    await expect.poll(() => looks).toBeGreaterThan(5)
    expect(await running.stop()).toMatchObject({ code: 0 })
    expect(await sql`select * from chain.transfer order by 1, 2`).toEqual(before)
  })

  test('one without the old state cannot hide that the ledger began earlier', async () => {
    const { url } = await emptyDatabase()
    const rpc = await startProxy(chain.url, (call, answer) =>
      call.method === 'eth_call' && typeof call.params[1] === 'string' && call.params[1] !== 'latest'
        ? { error: { code: -32_000, message: 'missing trie node' } }
        : answer,
    )
    // The creator's 1,000 are not mirrored, and then some of them move.
    const creator = Number(await chain.client.getBlockNumber())
    await expectRefusal({ url, rpc, from: creator }, /^The mirrored ledger is not the chain's/)
    const { url: other } = await emptyDatabase()
    await expectRefusal({ url: other, rpc, from: 5 }, /^An account of the token sent more than it got/)
  })
})

test('a token whose balances change without events is found out', async () => {
  const { url } = await emptyDatabase()
  await mirror({ url, more: toHead }).ended
  const careless = await startToken()
  onTestFinished(careless.close)
  await careless.act('give', someone, 5n)
  const database = await emptyDatabase()
  const changes = { rpc: careless.url, token: careless.token, from: careless.firstBlock }
  await expectRefusal({ ...changes, url: database.url }, /sum up to totalSupply\(\) - 5/)
})

test('a database that goes away is waited for', async () => {
  const { url, sql } = await emptyDatabase()
  const running = mirror({ url })
  await expect.poll(() => sql`select 1 from chain.account`.catch(() => [])).not.toEqual([])
  const owner = connect(url, { name: 'test', max: 1 })
  onTestFinished(() => owner.end())
  await owner`select pg_terminate_backend(pid) from pg_stat_activity
    where application_name = 'snpd-indexer' and datname = current_database()`
  await chain.act('mint', someone, 1n)
  const head = BigInt(await chain.client.getBlockNumber())
  await expect
    .poll(async () => (await sql`select block_number from chain.cursor`)[0]?.block_number, {
      timeout: 10_000,
    })
    .toBe(head)
  expect(await running.stop()).toMatchObject({ code: 0 })
})
