import { pino } from 'pino'
import { afterAll, beforeAll, beforeEach, expect, onTestFinished, test } from 'vitest'
import { Bloom } from '../../adapters/chain/bloom.ts'
import { readHeaders } from '../../adapters/chain/headers.ts'
import { logsCall, toLogs } from '../../adapters/chain/logs.ts'
import { type Answer, type Call, openRpc } from '../../adapters/chain/rpc.ts'
import type { Logger } from '../../core/log.ts'
import { seeded } from '../../core/random.ts'
import { contractsOf } from '../../indexer/decode/contracts.ts'
import { type Indexer, startIndexer } from '../../indexer/start.ts'
import { type Activity, actRandomly, member, openActivity } from '../support/activity.ts'
import { startChain, type TestChain } from '../support/chain.ts'
import { createDatabase, type TestDatabase } from '../support/database.ts'
import { startGoBetween } from '../support/go-between.ts'
import { caughtUp, expectMirror, mirrorHash } from '../support/mirror.ts'

let chain: TestChain
let activity: Activity
let database: TestDatabase
const random = seeded(4)

beforeAll(async () => {
  chain = await startChain()
  activity = await openActivity(chain)
  await activity.openTier(1, 500n)
  for (let round = 0; round < 30; round++) await actRandomly(activity, random)
})
afterAll(() => chain.close())
beforeEach(async () => {
  database = await createDatabase()
  return () => database.close()
})

type Options = { rpcUrl?: string; wsUrl?: string; pollMs?: number; logger?: Logger }

function index(options: Options = {}): Indexer {
  const { chain_id: chainId, start_block: startBlock } = chain.deployment
  const indexer = startIndexer({
    databaseUrl: database.indexerUrl,
    rpcUrl: chain.rpcUrl,
    logger: pino({ level: process.env.INDEXER_TEST_LOG ?? 'silent' }),
    target: { chainId, startBlock, contracts: contractsOf(chain.deployment) },
    pollMs: 20,
    ...options,
  })
  onTestFinished(indexer.stop)
  indexer.done.catch(() => undefined)
  return indexer
}

async function rounds(count: number): Promise<void> {
  for (let round = 0; round < count; round++) await actRandomly(activity, random)
}

/** Counts how often the mirror was taken back. */
function rewinds(): Logger & { count: number } {
  const quiet = () => undefined
  const logger = {
    ...{ debug: quiet, warn: quiet, error: quiet, count: 0 },
    info: (_: object, message: string) => {
      if (message === 'followed a reorg') logger.count++
    },
  }
  return logger
}

test('the bloom of each real block is the bloom of its logs', async () => {
  const rpc = openRpc(chain.rpcUrl)
  const height = Number(await activity.client.getBlockNumber())
  const headers = await readHeaders(
    rpc,
    Array.from({ length: height + 1 }, (_, number) => number),
  )
  let logs = 0
  for (const header of headers) {
    const hash = header?.hash ?? '0x'
    const [answer] = await rpc.batch([logsCall({ blockHash: hash })])
    const told = toLogs(rpc, answer)
    const [ours, theirs] = [Bloom.ofLogs(told), Bloom.of(header?.logsBloom ?? '0x')]
    expect([header?.number, ours.isWithin(theirs), theirs.isWithin(ours)]).toEqual([
      header?.number,
      true,
      true,
    ])
    logs += told.length
  }
  expect(logs).toBeGreaterThan(100)
})

const NEVER = 600_000

test('announced blocks are mirrored without a poll, and so are reorgs', async () => {
  index({ wsUrl: chain.rpcUrl.replace('http:', 'ws:'), pollMs: NEVER })
  await caughtUp(activity, database.app)
  // What came before the subscription is found when it stands.
  await activity.award([{ to: member(1), amount: 1n }])
  await caughtUp(activity, database.app)
  await rounds(10)
  await caughtUp(activity, database.app)
  await activity.reorg(4)
  await caughtUp(activity, database.app)
  await rounds(3)
  await caughtUp(activity, database.app)
  await expectMirror(activity, database.app)
})

/** Changes what is told of logs. */
const ofLogs =
  (change: (logs: unknown[]) => unknown[]) =>
  ({ method }: Call, answer: Answer): Answer =>
    method === 'eth_getLogs' && 'result' in answer ? { result: change(answer.result as unknown[]) } : answer

const withoutBloom = ({ method }: Call, answer: Answer): Answer =>
  method === 'eth_getBlockByNumber' && 'result' in answer && answer.result
    ? { result: { ...answer.result, hash: `0x${'7'.repeat(64)}` } }
    : answer

test.each<[string, (call: Call, answer: Answer) => Answer]>([
  ['that leaves all logs out', ofLogs(() => [])],
  ['that leaves the last log out', ofLogs((logs) => logs.slice(0, -1))],
  ['that leaves the first log out', ofLogs((logs) => logs.slice(1))],
  ['that tells each log twice', ofLogs((logs) => [...logs, ...logs])],
  ['that tells of other blocks', withoutBloom],
])('a node %s is not believed', async (_, lie) => {
  let isLying = false
  let lies = 0
  const rpcUrl = await startGoBetween(chain.rpcUrl, async (calls, ask) => {
    const answers = await ask(calls)
    if (!isLying) return answers
    if (calls.some(({ method }) => method === 'eth_getLogs')) lies++
    return answers.map((answer, at) => lie(calls[at] as Call, answer))
  })
  const indexer = index({ rpcUrl })
  await caughtUp(activity, database.app)
  const before = await mirrorHash(database.app)
  isLying = true
  await activity.award([
    { to: member(70), amount: 5n },
    { to: member(71), amount: 6n },
  ])
  let isOver = false
  void indexer.done
    .catch(() => undefined)
    .then(() => {
      isOver = true
    })
  await expect.poll(() => isOver || lies > 4).toBe(true)
  expect(await mirrorHash(database.app)).toBe(before)
  isLying = false
  if (isOver) index({ rpcUrl })
  await caughtUp(activity, database.app)
  await expectMirror(activity, database.app)
})

/** A node that is `blocks` behind the one it asks. */
async function askBehind(calls: Call[], ask: (calls: Call[]) => Promise<Answer[]>, blocks: number) {
  const height = Number(await activity.client.getBlockNumber({ cacheTime: 0 })) - blocks
  const isAhead = ({ method, params: [block] }: Call) =>
    method === 'eth_getBlockByNumber' && Number(block) > height
  const answers = await ask(
    calls.map((call) =>
      call.params[0] === 'latest' ? { ...call, params: [`0x${height.toString(16)}`, false] } : call,
    ),
  )
  return answers.map((answer, at) => (isAhead(calls[at] as Call) ? { result: null } : answer))
}

test('two nodes at different heights behind one URL take nothing back', async () => {
  const rpcUrl = await startGoBetween(chain.rpcUrl, (calls, ask) =>
    random(4) > 0 ? ask(calls) : askBehind(calls, ask, 3),
  )
  const logger = rewinds()
  index({ rpcUrl, logger })
  for (let round = 0; round < 8; round++) {
    await rounds(1)
    await caughtUp(activity, database.app)
  }
  await expectMirror(activity, database.app)
  expect(logger.count).toBe(0)
})

test('a node far behind is waited for, and nothing is taken back', async () => {
  await activity.client.mine({ blocks: 100 })
  const first = index()
  await caughtUp(activity, database.app)
  await first.stop()
  const before = await mirrorHash(database.app)
  let isBehind = true
  let asked = 0
  const rpcUrl = await startGoBetween(chain.rpcUrl, (calls, ask) => {
    asked++
    return isBehind ? askBehind(calls, ask, 90) : ask(calls)
  })
  const logger = rewinds()
  index({ rpcUrl, logger })
  await expect.poll(() => asked).toBeGreaterThan(10)
  expect(await mirrorHash(database.app)).toBe(before)
  isBehind = false
  await rounds(2)
  await caughtUp(activity, database.app)
  await expectMirror(activity, database.app)
  expect(logger.count).toBe(0)
})
