import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { encodeFunctionData, type Hex } from 'viem'
import { generatePrivateKey, privateKeyToAddress } from 'viem/accounts'
import { karmaAbi } from '../../../core/contracts/karma.ts'
import { deploymentShape } from '../../../core/deployment.ts'
import { LOCAL_CHAIN, networkOf } from '../../../core/networks.ts'
import { seeded } from '../../../core/random.ts'
import { callAnvil } from '../../../test/support/sim-chain.ts'
import { deploy } from '../../deploy/deploy.ts'
import { type AnvilOptions, type AnvilServer, startAnvil } from '../../engines/anvil.ts'
import { freePort } from '../../engines/ports.ts'

export type BenchChain = {
  rpcUrl: string
  chainId: number
  token: Hex
  fromBlock: number
  head: number
  /** Events named Transfer of the token. */
  transfers: number
  stop: () => Promise<void>
}
export type Shape = { transfers: number; perBlock: number; emptyBetween: number }

/** Half awards, half transfers between members, so many in every block. */
export const dense = (transfers: number, perBlock: number): Shape => ({
  transfers,
  perBlock,
  emptyBetween: 0,
})
/** A few transfers in many blocks: 50 empty ones between two that hold 2. */
export const sparse = (blocks: number): Shape => ({
  transfers: Math.ceil(blocks / 51) * 2,
  perBlock: 2,
  emptyBetween: 50,
})

const SENDERS = 200
const RECEIVERS = 5_000
const RULESET: Hex = `0x${'11'.repeat(32)}`
const cache = join(import.meta.dirname, '..', '..', '..', '.cache', 'bench')

const account = (index: number): Hex => `0x${(0x1000 + index).toString(16).padStart(40, '4')}`

type Maker = { rpcUrl: string; karma: Hex; awarder: Hex }

async function fund({ rpcUrl }: Maker): Promise<void> {
  const wealth = `0x${(10n ** 22n).toString(16)}`
  await callAnvil(rpcUrl, [
    ['anvil_autoImpersonateAccount', true],
    ['evm_setAutomine', false],
    ['anvil_setBlockTimestampInterval', 1],
    ...Array.from({ length: SENDERS }, (_, index): [string, ...unknown[]] => [
      'anvil_setBalance',
      account(index),
      wealth,
    ]),
  ])
}

/** One block: an award to some senders, and as many transfers of what earlier awards gave them. */
function blockOf(
  { karma, awarder }: Maker,
  random: (below: number) => number,
  { size, firstId }: { size: number; firstId: number },
) {
  const gas = '0x1c9c380'
  const half = Math.ceil(size / 2)
  const packed = Array.from(
    { length: half },
    (_, at) => (BigInt(account((firstId + at) % SENDERS)) << 96n) | 1_000_000n,
  )
  const args = [BigInt(firstId), packed, RULESET] as const
  const award = encodeFunctionData({ abi: karmaAbi, functionName: 'awardRun', args })
  const transfers = Array.from({ length: size - half }, (_, at) => {
    const to = account(random(RECEIVERS))
    const data = encodeFunctionData({ abi: karmaAbi, functionName: 'transfer', args: [to, 1n] })
    return { from: account((firstId + at) % SENDERS), to: karma, data, gas: '0x30d40' }
  })
  // Those who pay first pay from what they have; the very first block's come after its award.
  return [{ from: awarder, to: karma, data: award, gas }, ...transfers]
}

async function fill(maker: Maker, { transfers, perBlock, emptyBetween }: Shape): Promise<void> {
  const random = seeded(1)
  let firstId = 1
  for (let done = 0; done < transfers + perBlock; done += perBlock) {
    const [award, ...rest] = blockOf(maker, random, { size: perBlock, firstId })
    firstId += Math.ceil(perBlock / 2)
    // In two requests: anvil takes the calls of a batch all at once.
    await callAnvil(maker.rpcUrl, [['eth_sendTransaction', award]])
    await callAnvil(
      maker.rpcUrl,
      rest.map((transaction) => ['eth_sendTransaction', transaction]),
    )
    await callAnvil(maker.rpcUrl, [['anvil_mine', `0x${(1 + emptyBetween).toString(16)}`]])
  }
  await callAnvil(maker.rpcUrl, [['anvil_mine', '0x82']])
}

async function count(rpcUrl: string, token: Hex): Promise<{ head: number; transfers: number }> {
  const topics = ['0xddf252ad1be2c89b69c2b068fc378daa952ba7f163c4a11628f55a4df523b3ef']
  const [height] = await callAnvil(rpcUrl, [['eth_blockNumber']])
  const head = Number(height)
  let transfers = 0
  const SPAN = 500
  for (let from = 0; from <= head; from += SPAN) {
    const [fromBlock, toBlock] = [from, Math.min(head, from + SPAN - 1)].map((n) => `0x${n.toString(16)}`)
    const [logs] = await callAnvil(rpcUrl, [['eth_getLogs', { address: token, topics, fromBlock, toBlock }]])
    transfers += (logs as unknown[]).length
  }
  return { head, transfers }
}

async function make(rpcUrl: string, file: string, shape: Shape): Promise<void> {
  const keys = { deployerKey: generatePrivateKey(), beaconKey: generatePrivateKey() }
  const awarder = privateKeyToAddress(generatePrivateKey())
  const network = { ...networkOf(LOCAL_CHAIN), admin_delay: 0 }
  const { deployment } = await deploy({ ...keys, rpcUrl, awarder, file, ruleset: RULESET, network })
  const maker = { rpcUrl, karma: deployment.karma, awarder }
  await callAnvil(rpcUrl, [['anvil_setBalance', awarder, `0x${(10n ** 22n).toString(16)}`]])
  await fund(maker)
  await fill(maker, shape)
}

/** How many states of old blocks anvil keeps: none is asked for. */
const STATES = 8

async function withAnvil<T>(
  options: Omit<AnvilOptions, 'port'>,
  use: (anvil: AnvilServer) => Promise<T>,
): Promise<T> {
  const anvil = await startAnvil({ port: await freePort(), states: STATES, ...options })
  return use(anvil).catch(async (error) => {
    await anvil.stop()
    throw error
  })
}

/** A chain of that shape, kept under .cache/bench by its name, and made only once. */
export async function openBenchChain(shape: Shape, name: string): Promise<BenchChain> {
  const folder = join(cache, name)
  mkdirSync(folder, { recursive: true })
  const [stateFile, file, done] = [
    join(folder, 'state.json'),
    join(folder, 'deployment.json'),
    join(folder, 'done'),
  ]
  if (!existsSync(done)) {
    rmSync(stateFile, { force: true })
    await withAnvil({ stateFile }, async (anvil) => {
      await make(anvil.url, file, shape)
      await anvil.stop()
    })
    writeFileSync(done, '')
  }
  // Frozen, for anvil writes all of it every five seconds, just while somebody's time is taken.
  return withAnvil({ stateFile, frozen: true }, async ({ url, stop }) => {
    const { karma, chain_id: chainId } = deploymentShape.parse(JSON.parse(readFileSync(file, 'utf8')))
    const counted = await count(url, karma)
    if (counted.transfers < shape.transfers) throw new Error(`only ${counted.transfers} transfers were mined`)
    return { rpcUrl: url, chainId, token: karma, fromBlock: 0, ...counted, stop }
  })
}
