import { afterAll, beforeAll, beforeEach, expect, onTestFinished, test } from 'vitest'
import { openRpc } from '../../adapters/chain/rpc.ts'
import { seeded } from '../../core/random.ts'
import { readCursor } from '../../db/chain/cursor.ts'
import { watchLedger } from '../../indexer/auditor.ts'
import { type Indexer, type IndexerOptions, startIndexer } from '../../indexer/start.ts'
import { createDatabase, type TestDatabase } from '../support/database.ts'
import { startProxy } from '../support/proxy.ts'
import { startToken, type TokenChain } from '../support/token.ts'

type Hex = `0x${string}`
type Line = { level: string; code?: string; message: string }
let chain: TokenChain
let database: TestDatabase
const random = seeded(5)
const someone = (): Hex => `0x${(0xabc0 + random(4)).toString(16).padStart(40, '1')}`

beforeAll(async () => {
  chain = await startToken()
  for (let round = 0; round < 8; round++) await chain.act('mint', someone(), 100n)
  await chain.client.mine({ blocks: 100 })
})
afterAll(() => chain.close())
beforeEach(async () => {
  database = await createDatabase()
  return () => database.close()
})

function index(changes: Partial<IndexerOptions> = {}): { indexer: Indexer; lines: Line[] } {
  const lines: Line[] = []
  const to = (level: string) => (fields: object, message: string) =>
    void lines.push({ level, message, ...fields })
  const indexer = startIndexer({
    databaseUrl: database.indexerUrl,
    rpcUrl: chain.url,
    target: { chainId: 31_337, startBlock: chain.firstBlock, contracts: { token: chain.token } },
    logger: { debug: to('debug'), info: to('info'), warn: to('warn'), error: to('error') },
    pollMs: 20,
    auditMs: 30,
    ...changes,
  })
  onTestFinished(indexer.stop)
  indexer.done.catch(() => undefined)
  return { indexer, lines }
}

const audits = (lines: Line[]) =>
  lines.filter(({ message }) => message === 'the ledger is the one of the chain')
const alarms = (lines: Line[]) => lines.filter(({ code }) => code === 'chain.drift')
const drift = async () => (await readCursor(database.app))?.drift

/** Patient: other tests may keep the machine busy. */
const poll = <T>(look: () => T | Promise<T>) => expect.poll(look)

test('a ledger that drifts is an alarm, again and again, in the log and for health, until it is the chain’s', async () => {
  const { lines } = index()
  await poll(() => audits(lines).length).toBeGreaterThan(0)
  expect(await drift()).toBeNull()
  await database.indexer`update chain.account set balance = balance + 1 where balance = 1000`
  await chain.client.mine({ blocks: 1 })
  await poll(() => alarms(lines).length).toBeGreaterThan(2)
  expect(alarms(lines)[0]).toMatchObject({
    level: 'error',
    message: expect.stringMatching(/totalSupply\(\) \+ 1/),
  })
  expect(await drift()).toMatch(/the balance of 0x[0-9a-f]{40}: 1001 mirrored, 1000 on chain/)
  await database.indexer`update chain.account set balance = balance - 1 where balance = 1001`
  await poll(drift).toBeNull()
  const before = alarms(lines).length
  await chain.client.mine({ blocks: 2 })
  await expect
    .poll(async () => (await readCursor(database.app))?.blockNumber)
    .toBe(Number(await chain.client.getBlockNumber()))
  expect(alarms(lines).length).toBe(before)
})

test('amounts that moved between two accounts are found though the sum is right', async () => {
  const { lines } = index()
  const sql = database.indexer
  await poll(() => audits(lines).length).toBeGreaterThan(0)
  const ends = sql`(select max(address) as top, min(address) as bottom from chain.account)`
  await sql`update chain.account set balance = balance + case address when top then 1 else -1 end
    from ${ends} as ends where address in (top, bottom)`
  await chain.client.mine({ blocks: 1 })
  await poll(() => alarms(lines).length).toBeGreaterThan(0)
  expect(alarms(lines)[0]?.message).toMatch(/amounts looked at differ/)
})

test('a row that no sum depends on is found when its blocks are looked at', async () => {
  const { lines } = index()
  await poll(() => audits(lines).length).toBeGreaterThan(0)
  await database.indexer`update chain.transfer set tx_hash = '' where block_number > ${chain.firstBlock}`
  await poll(async () => {
    await chain.client.mine({ blocks: 1 })
    return alarms(lines).at(-1)?.message
  }).toMatch(/mirrored rows are not the chain's; transfers, log \d+ of block \d+: the mirror lacks it/)
})

test('transfers and reorgs while it is audited make no alarm', async () => {
  const { lines } = index({ auditMs: 5 })
  for (let round = 0; round < 25; round++) {
    await chain.act('transfer', someone(), BigInt(random(9)))
    await chain.act('mint', someone(), BigInt(random(9)))
    if (round % 5 === 0)
      await chain.client.request({ method: 'anvil_reorg' as never, params: [1 + random(3), []] as never })
  }
  await poll(async () => {
    await chain.client.mine({ blocks: 1 })
    return audits(lines).length
  }).toBeGreaterThan(3)
  expect(alarms(lines)).toEqual([])
  expect(await drift()).toBeNull()
})

test('a node that pruned its old logs hides no drift of the sums', async () => {
  let pruned = -1
  const rpcUrl = await startProxy(chain.url, ({ method, params }, answer) => {
    const [filter] = params as [{ fromBlock?: string }]
    const isOld = method === 'eth_getLogs' && Number(filter?.fromBlock ?? Number.NaN) <= pruned
    return isOld ? { error: { code: 4444, message: 'pruned history unavailable' } } : answer
  })
  const { lines } = index({ rpcUrl })
  await poll(() => audits(lines).length).toBeGreaterThan(0)
  pruned = Number(await chain.client.getBlockNumber())
  await database.indexer`update chain.account set balance = balance + 1`
  await poll(async () => {
    await chain.client.mine({ blocks: 1 })
    return alarms(lines).length
  }).toBeGreaterThan(0)
  const warnings = lines.filter(({ message }) => /^some rows could not be audited: .*pruned/.test(message))
  expect(warnings.length).toBeGreaterThan(0)
})

test('a node without the state of the mirrored block is a warning, and no alarm', async () => {
  const rpcUrl = await startProxy(chain.url, ({ method }, answer) =>
    method === 'eth_call' ? { error: { code: -32_000, message: 'missing trie node' } } : answer,
  )
  const { indexer, lines } = index({ rpcUrl })
  await indexer.ready
  await expect
    .poll(() => lines.filter(({ message }) => /missing trie node/.test(message)).length)
    .toBeGreaterThan(1)
  expect(alarms(lines)).toEqual([])
  expect(await drift()).toBeNull()
})

test('a mirror audited in the middle of a long backfill, which has a final block ahead, is audited at its end too', async () => {
  const { indexer, lines } = index({ auditMs: 60_000 })
  await indexer.ready
  const mirrored = async () => (await readCursor(database.app))?.blockNumber
  await poll(mirrored).toBe(Number(await chain.client.getBlockNumber()))
  await indexer.stop()
  await database.indexer`update chain.cursor set finalized_number = 1000000`
  const stopping = new AbortController()
  onTestFinished(() => stopping.abort())
  const note = (_: object, message: string) => void lines.push({ level: 'any', message })
  void watchLedger({
    databaseUrl: database.indexerUrl,
    rpc: openRpc(chain.url),
    subject: { token: chain.token, isKarma: false },
    target: { contracts: { token: chain.token } },
    logger: { debug: note, info: note, warn: note, error: note },
    signal: stopping.signal,
    auditMs: 10,
  })
  await poll(() => audits(lines).length).toBe(1)
  await chain.client.mine({ blocks: 1 })
  const { number, hash } = await chain.client.getBlock()
  await database.indexer`update chain.cursor set block_number = ${Number(number)},
    block_hash = decode(${hash.slice(2)}, 'hex')`
  await poll(() => audits(lines).length).toBe(2)
})
