import type { Random } from '../../core/random.ts'
import type { TestChain } from './chain.ts'
import { callAnvil } from './sim-chain.ts'

type Hex = `0x${string}`
/** wei per gas: what the world's price never rises above. */
const DEAREST = 200n * 10n ** 9n

const hex = (number: number | bigint): Hex => `0x${number.toString(16)}`

export type KillChain = TestChain & Awaited<ReturnType<typeof openKillChain>>

/** A real chain whose blocks come when they are told to; it can lose, bring back and replace what workers sent. */
export async function openKillChain({ rpcUrl }: TestChain) {
  const ask = async (method: string, ...params: unknown[]) =>
    (await callAnvil(rpcUrl, [[method, ...params]]))[0]
  const attempt = async (method: string, ...params: unknown[]) =>
    ask(method, ...params).then(
      () => true,
      () => false,
    )
  /** Every transaction that reached a node since `begin`, by its hash. */
  const heard = new Map<Hex, Hex>()
  let floor = 0
  const height = async () => Number(await ask('eth_blockNumber'))
  const mine = async (blocks = 1) => void (await ask('anvil_mine', hex(blocks)))
  const waiting = async (): Promise<Hex[]> => {
    const content = (await ask('txpool_content')) as Record<
      string,
      Record<string, Record<string, { hash: Hex }>>
    >
    return Object.values(content).flatMap((senders) =>
      Object.values(senders).flatMap((byNonce) => Object.values(byNonce).map(({ hash }) => hash)),
    )
  }
  /** As other nodes do that still have it: what was sent once is sent again. */
  const bringBack = async (random: Random): Promise<boolean> => {
    const raw = [...heard.values()][random(Math.max(1, heard.size))]
    return raw !== undefined && attempt('eth_sendRawTransaction', raw)
  }
  const bringAllBack = async () => {
    for (const raw of heard.values()) await attempt('eth_sendRawTransaction', raw)
  }
  const drop = async (random: Random): Promise<boolean> => {
    const hashes = await waiting()
    const hash = hashes[random(Math.max(1, hashes.length))]
    return hash !== undefined && attempt('anvil_dropTransaction', hash)
  }
  /** Up to four blocks are replaced; what was in them may be in others, back in the pool, or lost. */
  const reorg = async (random: Random): Promise<boolean> => {
    const depth = Math.min(1 + random(4), (await height()) - floor)
    if (depth <= 0) return false
    const raws = [...heard.values()].slice(-4).filter(() => random(3) === 0)
    const pairs = raws.map((raw) => [raw, random(depth)])
    // With a transaction that does not fit there the node refuses the whole.
    if (!(await attempt('anvil_reorg', depth, pairs))) await ask('anvil_reorg', depth, [])
    if (random(2) === 0) await bringAllBack()
    return true
  }
  const raisePrice = async (random: Random) => {
    const block = (await ask('eth_getBlockByNumber', 'latest', false)) as { baseFeePerGas: string }
    const raised = (BigInt(block.baseFeePerGas) + 1n) * BigInt(2 + random(6))
    await ask('anvil_setNextBlockBaseFeePerGas', hex(raised < DEAREST ? raised : DEAREST))
  }
  const begin = async () => {
    await ask('evm_setAutomine', false)
    await ask('anvil_dropAllTransactions')
    heard.clear()
    await mine()
    floor = await height()
  }
  return {
    ...{ ask, begin, mine, height, reorg, drop, bringBack, bringAllBack, raisePrice },
    hear: (hash: Hex, raw: Hex) => void heard.set(hash, raw),
    /** The number of the last block that is never replaced. */
    floor: () => floor,
    heard: (): ReadonlyMap<Hex, Hex> => heard,
  }
}
