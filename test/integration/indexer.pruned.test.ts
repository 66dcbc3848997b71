import { encodeFunctionData } from 'viem'
import { afterAll, beforeAll, expect, onTestFinished, test } from 'vitest'
import { karmaAbi } from '../../core/contracts/karma.ts'
import { contractsOf } from '../../indexer/decode/contracts.ts'
import { startIndexer } from '../../indexer/start.ts'
import { type Activity, member, openActivity } from '../support/activity.ts'
import { startChain, type TestChain } from '../support/chain.ts'
import { databaseForTest, type TestDatabase } from '../support/database.ts'
import { caughtUp, expectMirror } from '../support/mirror.ts'
import { type ProxiedCall, startProxy } from '../support/proxy.ts'

let chain: TestChain
let activity: Activity
const HORIZON = 330

/** 350 blocks with an approval in each, of which nothing is mirrored, and awards here and there. */
beforeAll(async () => {
  chain = await startChain()
  activity = await openActivity(chain)
  const allow = [chain.deployment.access_pass, 1n] as const
  const data = encodeFunctionData({ abi: karmaAbi, functionName: 'approve', args: allow })
  for (let block = 0; block < 350; block++) {
    await activity.send(member(block % 4), chain.deployment.karma, data)
    if (block % 60 === 30) await activity.award([{ to: member(1), amount: 5n }])
  }
})
afterAll(() => chain.close())

type Answer = { result?: unknown; error?: unknown }

/** An indexer in front of a node that `alter` speaks for; `told` is what it logs. */
async function index(database: TestDatabase, alter: (call: ProxiedCall, answer: Answer) => Answer) {
  const { chain_id: chainId, start_block: startBlock } = chain.deployment
  const told: string[] = []
  const note = (_: object, text: string) => void told.push(text)
  const quiet = () => undefined
  const indexer = startIndexer({
    databaseUrl: database.indexerUrl,
    rpcUrl: await startProxy(chain.rpcUrl, alter),
    logger: { debug: quiet, info: quiet, warn: note, error: note },
    target: { chainId, startBlock, contracts: contractsOf(chain.deployment) },
    ...{ pollMs: 5, retryMs: 1 },
  })
  onTestFinished(indexer.stop)
  indexer.done.catch(quiet)
  return { ...indexer, told }
}

const numberOf = (asked: unknown) =>
  typeof asked === 'string' && asked.startsWith('0x') ? Number(asked) : HORIZON

function isOld({ method, params: [first] }: ProxiedCall): boolean {
  if (method === 'eth_getBlockByNumber') return Number(numberOf(first)) < HORIZON && Number(first) !== 0
  const { fromBlock } = Object(first) as { fromBlock?: unknown }
  return method === 'eth_getLogs' && numberOf(fromBlock) < HORIZON
}

async function expectNoRows({ app }: TestDatabase): Promise<void> {
  expect(await app`select 1 from chain.transfer union all select 1 from chain.flag`).toHaveLength(0)
}

test.each([
  'pruned history unavailable',
  'missing trie node 5a1f (path )',
  'This request requires an archive node',
])('a node that always says “%s” ends the indexer, which says what to do', async (message) => {
  const database = await databaseForTest()
  const { done } = await index(database, (call, answer) =>
    isOld(call) && call.method === 'eth_getLogs' ? { error: { code: 4444, message } } : answer,
  )
  await expect(done).rejects.toMatchObject({
    code: 'chain.pruned',
    message: expect.stringContaining(message),
    fix: expect.stringContaining('archive node'),
  })
  await expectNoRows(database)
})

test('one that has forgotten old blocks and says nothing of it does so too', async () => {
  const database = await databaseForTest()
  const { done } = await index(database, (call, answer) =>
    isOld(call) && call.method === 'eth_getBlockByNumber' ? { result: null } : answer,
  )
  await expect(done).rejects.toMatchObject({
    code: 'chain.pruned',
    message: expect.stringMatching(/no block \d+/),
  })
  await expectNoRows(database)
})

test('a node that says so now and then, as one of several behind a URL, is asked again', async () => {
  const database = await databaseForTest()
  let asked = 0
  await index(database, (call, answer) =>
    isOld(call) && call.method === 'eth_getLogs' && asked++ < 7
      ? { error: { code: 4444, message: 'pruned history unavailable' } }
      : answer,
  )
  await caughtUp(activity, database.app)
  expect(asked).toBeGreaterThan(7)
  await expectMirror(activity, database.app)
})

test('a node that has the blocks and no more their logs is not believed', async () => {
  const database = await databaseForTest()
  const forgotten = new Set(
    (await activity.client.getLogs({ fromBlock: 0n, toBlock: BigInt(HORIZON) })).map(
      ({ blockHash }) => blockHash,
    ),
  )
  const { told } = await index(database, (call, answer) => {
    if (call.method !== 'eth_getLogs' || !Array.isArray(answer.result)) return answer
    return { result: answer.result.filter(({ blockHash }) => !forgotten.has(blockHash)) }
  })
  await expect.poll(() => told.length).toBeGreaterThan(12)
  expect(told.at(-1)).toMatch(/logs of block \d+ are missing, says its bloom/)
  await expectNoRows(database)
})
