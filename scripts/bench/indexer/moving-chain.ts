import { encodeFunctionData } from 'viem'
import { karmaAbi } from '../../../core/contracts/karma.ts'
import { seeded } from '../../../core/random.ts'
import { startChain } from '../../../test/support/chain.ts'
import { createActor, person, type Transaction } from '../../../test/support/sim-actor.ts'
import { callAnvil, prepareSimChain } from '../../../test/support/sim-chain.ts'
import type { BenchChain } from './chain.ts'
import { readTruth } from './truth.ts'

/** Ways in which the newest blocks of a chain are replaced. */
export const FORMS = ['empty', 'other events', 'same, in other blocks', 'longer', 'shorter, newer'] as const
export type Form = (typeof FORMS)[number]

const GAS = '0xf4240'
/** States of old blocks that anvil keeps: all of them. */
const STATES = 20_000

/** A chain on which all our contracts speak, and whose newest blocks can be replaced. */
export async function openMovingChain() {
  const chain = await startChain(undefined, { states: STATES })
  const { rpcUrl, deployment } = chain
  await prepareSimChain(chain)
  const actor = createActor(chain)
  const random = seeded(7)
  let blocks: Transaction[][] = []
  const call = (...one: [string, ...unknown[]]) => callAnvil(rpcUrl, [one])
  const send = (some: Transaction[]) =>
    callAnvil(
      rpcUrl,
      some.map((one) => ['eth_sendTransaction', one]),
    )
  /** A transfer that cannot fail, so that each block has one. */
  const sure = (): Transaction => {
    const data = encodeFunctionData({
      abi: karmaAbi,
      functionName: 'transfer',
      args: [person(random(40)), 1n],
    })
    return { from: person(0), to: deployment.karma, data, gas: GAS }
  }
  const act = () => [sure(), actor.any(random), actor.any(random)]
  const mine = async (count: number) => {
    for (let block = 0; block < count; block++) {
      const transactions = act()
      await send(transactions)
      await call('anvil_mine', '0x1')
      blocks = [...blocks, transactions].slice(-20)
    }
  }
  const put = (depth: number, transactions: (at: number) => Transaction[]) => {
    const pairs = Array.from({ length: depth }, (_, at) => transactions(at).map((one) => [one, at])).flat()
    return call('anvil_reorg', depth, pairs)
  }
  const replace: Record<Form, (depth: number) => Promise<unknown>> = {
    empty: (depth) => put(depth, () => []),
    'other events': (depth) => put(depth, act),
    'same, in other blocks': (depth) => {
      const last = blocks.slice(-depth)
      return put(depth, (at) => last[(at + 1) % depth] ?? [])
    },
    longer: async (depth) => {
      await put(depth, act)
      await mine(3)
    },
    'shorter, newer': async (depth) => {
      await call('anvil_rollback', depth)
      await mine(Math.ceil(depth / 2))
    },
  }
  const truth = () => readTruth(rpcUrl, deployment.karma)
  // Somebody to send from, and a mirror's first blocks.
  await send([actor.endow(random)])
  await call('anvil_mine', '0x1')
  await mine(40)
  const bench: BenchChain = {
    ...{ rpcUrl, chainId: deployment.chain_id, token: deployment.karma, fromBlock: 0 },
    ...{ head: 0, transfers: 0, stop: chain.close },
  }
  return { chain, bench, mine, truth, replace: (form: Form, depth: number) => replace[form](depth) }
}
export type MovingChain = Awaited<ReturnType<typeof openMovingChain>>
