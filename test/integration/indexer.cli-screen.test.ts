import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, onTestFinished, test } from 'vitest'
import type { Sql } from '../../db/client.ts'
import { freePort } from '../../scripts/engines/ports.ts'
import { startChain } from '../support/chain.ts'
import { emptyDatabase, run } from '../support/cli.ts'
import { startProxy } from '../support/proxy.ts'
import { startToken, type TokenChain } from '../support/token.ts'

type Hex = `0x${string}`
let chain: TokenChain
const someone: Hex = `0x${'11'.repeat(20)}`

beforeAll(async () => {
  chain = await startToken()
  for (let round = 0; round < 5; round++) await chain.act('mint', someone, 5n)
})
afterAll(() => chain.close())

const argsOf = (url: string, rpc = chain.url) => [
  ...['--rpc', rpc, '--database-url', url, '--token', chain.token, '--from-block', String(chain.firstBlock)],
]
/** Patient: other tests may keep the machine busy. */
const poll = <T>(look: () => T | Promise<T>) => expect.poll(look)
const mirroredTo = async (sql: Sql) => {
  const [row] = await sql`select block_number::float8 as number from chain.cursor`.catch(() => [])
  return row?.number
}
const head = async () => Number(await chain.client.getBlockNumber())

test('--ws: blocks are mirrored because they were announced, by a node whose newest block never moves', async () => {
  const { url, sql } = await emptyDatabase()
  const first = await head()
  const asked = { method: 'eth_getBlockByNumber', params: ['latest', false] }
  const latest = await chain.client.request(asked as never)
  const rpc = await startProxy(chain.url, ({ method, params }, answer) =>
    method === 'eth_getBlockByNumber' && params[0] === 'latest' ? { result: latest } : answer,
  )
  const deaf = run('scripts/indexer.ts', argsOf(url, rpc))
  await poll(() => mirroredTo(sql)).toBe(first)
  await chain.act('mint', someone, 1n)
  expect(await deaf.stop()).toMatchObject({ code: 0, err: '' })
  expect(await mirroredTo(sql)).toBe(first)

  const listening = run('scripts/indexer.ts', [...argsOf(url, rpc), '--ws', chain.url.replace('http', 'ws')])
  await poll(async () => {
    await chain.act('mint', someone, 1n)
    return mirroredTo(sql)
  }).toBeGreaterThan(first)
  expect(await listening.stop()).toMatchObject({ code: 0, err: '' })
})

test('--ws that nobody answers is told, and the node is polled', async () => {
  const { url, sql } = await emptyDatabase()
  const ws = `ws://127.0.0.1:${await freePort()}`
  const running = run('scripts/indexer.ts', [...argsOf(url), '--ws', ws])
  await poll(() => mirroredTo(sql)).toBe(await head())
  await chain.act('mint', someone, 1n)
  await poll(() => mirroredTo(sql)).toBe(await head())
  await poll(running.said).toMatch(/new blocks are no longer announced; polling goes on/)
  expect(await running.stop()).toMatchObject({ code: 0, err: '' })
})

test('a terminal sees one line that is painted over, until a last one', async () => {
  const { url, sql } = await emptyDatabase()
  const asTerminal = '--import=data:text/javascript,process.stdout.isTTY=true'
  const running = run(asTerminal, ['scripts/indexer.ts', ...argsOf(url)])
  await poll(() => mirroredTo(sql)).toBe(await head())
  await poll(running.said).toMatch(/block \d+ of \d+ \| \d+ events \| in step with the chain$/)
  const { code, out, err } = await running.stop()
  expect({ code, err }).toEqual({ code: 0, err: '' })
  expect(out.split('\r\u001b[K').at(-1)).toMatch(/^Stopped at block \d+\.\n$/)
  // Nothing but the last line ends.
  expect(out.split('\n')).toHaveLength(2)
  expect(out).not.toMatch(/[{}]/)
})

test('anything else gets JSON, a line each, with the progress', async () => {
  const { url } = await emptyDatabase()
  const running = run('scripts/indexer.ts', argsOf(url))
  await poll(running.said).toMatch(/"msg":"progress"/)
  const { out } = await running.stop()
  const lines = out
    .trim()
    .split('\n')
    .map((line): unknown => JSON.parse(line))
  expect(lines).toContainEqual(
    expect.objectContaining({ msg: 'progress', blocks_left: 0, seconds_left: 0, head: await head() }),
  )
  expect(lines.at(-1)).toMatchObject({ msg: expect.stringMatching(/^Stopped at block \d+\.$/) })
})

test('a deployment on another chain than the node’s is refused before anything is written', async () => {
  const ours = await startChain()
  onTestFinished(ours.close)
  const folder = mkdtempSync(join(tmpdir(), 'snpd-cli-'))
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }))
  const file = join(folder, 'deployment.json')
  writeFileSync(file, JSON.stringify({ ...ours.deployment, chain_id: 5 }))
  // The contracts' own node, and one that has none of them.
  for (const rpc of [ours.rpcUrl, chain.url]) {
    const { url, sql } = await emptyDatabase()
    const args = ['--rpc', rpc, '--database-url', url, '--deployment', file, '--exit-at-head']
    const { code, err } = await run('scripts/indexer.ts', args).ended
    expect(err).toMatch(/^The chain at \S+ has id 31337; the contracts were deployed on chain 5\. [^\n]*\n$/)
    expect(code).toBe(1)
    expect(await sql`select 1 from chain.cursor`).toHaveLength(0)
  }
})
