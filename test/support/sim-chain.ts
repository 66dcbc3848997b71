import { encodeFunctionData } from 'viem'
import { privateKeyToAddress } from 'viem/accounts'
import { z } from 'zod'
import { accessPassAbi } from '../../core/contracts/accessPass.ts'
import { karmaAbi } from '../../core/contracts/karma.ts'
import { type Random, seeded } from '../../core/random.ts'
import type { TestChain } from './chain.ts'
import { createActor, PEOPLE, person, utterance } from './sim-actor.ts'
import { EMITTER, PUPPETS, UTTERANCES } from './sim-emitter.ts'
import { actOnRoles, ROLE_ACTS } from './sim-roles.ts'

const headerShape = z.looseObject({ number: z.string(), hash: z.string(), timestamp: z.string() })
const logShape = z.looseObject({
  address: z.string(),
  topics: z.array(z.string()),
  blockNumber: z.string(),
  logIndex: z.string(),
})
export type RawLog = z.infer<typeof logShape>
/** A block as the node tells it: header and all its logs, whoever wrote them. */
export type RawBlock = { header: z.infer<typeof headerShape>; logs: RawLog[] }
/** One node's chain at one moment: the block at index n has number n. Never changed once made. */
export type View = readonly RawBlock[]

/** Before and after the empty ones, which make a backfill of the first. */
const ACTIVE_BLOCKS = 30
const EMPTY_BLOCKS = 235

const repliesShape = z.array(z.looseObject({ id: z.int(), result: z.unknown().optional() }))

/** Calls to the real node, answered in their order; throws at the first that it refuses. */
export async function callAnvil(url: string, calls: [method: string, ...params: unknown[]][]) {
  const body = calls.map(([method, ...params], id) => ({ jsonrpc: '2.0', id, method, params }))
  const headers = { 'content-type': 'application/json' }
  const response = await fetch(url, { method: 'POST', headers, body: JSON.stringify(body) })
  const replies = repliesShape.parse(await response.json()).sort((a, b) => a.id - b.id)
  return replies.map(({ id, result, error }) => {
    if (error !== undefined) throw new Error(`${calls[id]?.[0]}: ${JSON.stringify(error)}`)
    return result
  })
}

/** People with ether, a pass to buy, and the puppets in the place of their contracts. */
export async function prepareSimChain(chain: TestChain): Promise<void> {
  const { rpcUrl, deployment, deployerKey } = chain
  const people = Array.from({ length: PEOPLE }, (_, index) => person(index))
  const wealth = `0x${(10n ** 20n).toString(16)}`
  await callAnvil(rpcUrl, [
    ['anvil_autoImpersonateAccount', true],
    ['evm_setAutomine', false],
    ['anvil_setBlockTimestampInterval', 1],
    ...people.map((who): [string, ...unknown[]] => ['anvil_setBalance', who, wealth]),
    ...PUPPETS.map((name): [string, ...unknown[]] => ['anvil_setCode', deployment[name], EMITTER]),
  ])
  const tier = [1, { price: 500n, period: 86_400, minEarned: 0n }] as const
  const open = encodeFunctionData({ abi: accessPassAbi, functionName: 'setTier', args: tier })
  const allow = [deployment.access_pass, 10n ** 30n] as const
  const approve = encodeFunctionData({ abi: karmaAbi, functionName: 'approve', args: allow })
  const gas = '0x2dc6c0'
  const random = seeded(3)
  const calls = [
    { from: privateKeyToAddress(deployerKey), to: deployment.access_pass, data: open, gas },
    ...people.map((from) => ({ from, to: deployment.karma, data: approve, gas })),
    ...Array.from({ length: ROLE_ACTS }, (_, which) => actOnRoles(chain, random, which)),
    ...Array.from({ length: UTTERANCES }, (_, which) => utterance(chain, random, which)(random)),
  ]
  await callAnvil(
    rpcUrl,
    calls.map((call) => ['eth_sendTransaction', call]),
  )
  await callAnvil(rpcUrl, [['anvil_mine', '0x1']])
}

/** The blocks of the real node from one number on. */
async function readBlocks(rpcUrl: string, from: number): Promise<RawBlock[]> {
  const [height] = await callAnvil(rpcUrl, [['eth_blockNumber']])
  const count = Number(height) - from + 1
  if (count <= 0) return []
  const numbers = Array.from({ length: count }, (_, index) => `0x${(from + index).toString(16)}`)
  const [logs, ...headers] = await callAnvil(rpcUrl, [
    ['eth_getLogs', { fromBlock: numbers[0], toBlock: numbers.at(-1) }],
    ...numbers.map((number): [string, ...unknown[]] => ['eth_getBlockByNumber', number, false]),
  ])
  const all = z.array(logShape).parse(logs)
  return z
    .array(headerShape)
    .parse(headers)
    .map((header) => ({ header, logs: all.filter((log) => log.blockNumber === header.number) }))
}

export type SimChain = Awaited<ReturnType<typeof openSimChain>>

/** A real chain that acts by seeded choice, and remembers each of its versions. */
export async function openSimChain(chain: TestChain) {
  const { rpcUrl } = chain
  const actor = createActor(chain)
  let views: View[] = []
  let base: View = []
  let snapshot: unknown
  let resets = 0
  const now = (): View => views.at(-1) ?? base
  const sync = async (from: number) => {
    views.push([...now().slice(0, from), ...(await readBlocks(rpcUrl, from))])
  }
  const mine = async (random: Random) => {
    const transactions = Array.from({ length: random(5) }, () => actor.any(random))
    if (transactions.length > 0)
      await callAnvil(
        rpcUrl,
        transactions.map((one) => ['eth_sendTransaction', one]),
      )
    await callAnvil(rpcUrl, [['anvil_mine', `0x${(1 + (random(4) === 0 ? random(3) : 0)).toString(16)}`]])
  }
  /** Blocks with random transactions. */
  const grow = async (random: Random, blocks = 1) => {
    const from = now().length
    for (let block = 0; block < blocks; block++) await mine(random)
    await sync(from)
  }
  /** Replaces up to ten of the newest blocks, or loses them. */
  const reorg = async (random: Random) => {
    // The real node forgets the state of the base.
    const depth = Math.min(1 + random(10), now().length - base.length - 1)
    if (depth <= 0) return
    const pairs = Array.from({ length: random(6) }, () => [
      random(2) === 0 ? actor.again(random) : actor.any(random),
      random(depth),
    ])
    const call: [string, ...unknown[]] =
      random(4) === 0 ? ['anvil_rollback', depth] : ['anvil_reorg', depth, pairs]
    const from = now().length - depth
    await callAnvil(rpcUrl, [call])
    await sync(from)
  }
  const reset = async () => {
    await callAnvil(rpcUrl, [['evm_revert', snapshot]])
    ;[snapshot] = await callAnvil(rpcUrl, [['evm_snapshot']])
    // No block of two runs is the same: anvil, which finds old states by their block's hash, would forget the newer's.
    const time = Number(base.at(-1)?.header.timestamp) + 2 * ++resets
    await callAnvil(rpcUrl, [['evm_setNextBlockTimestamp', time]])
    actor.forget()
    views = [base]
  }
  await prepareSimChain(chain)
  await sync(0)
  await grow(seeded(1), ACTIVE_BLOCKS)
  await callAnvil(rpcUrl, [['anvil_mine', `0x${EMPTY_BLOCKS.toString(16)}`]])
  await sync(now().length)
  await grow(seeded(2), ACTIVE_BLOCKS)
  base = now()
  ;[snapshot] = await callAnvil(rpcUrl, [['evm_snapshot']])
  return { ...chain, grow, reorg, reset, now, views: () => views }
}
