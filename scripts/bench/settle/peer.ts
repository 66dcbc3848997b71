import { createWalletClient, type Hex, http, publicActions } from 'viem'
import { privateKeyToAccount } from 'viem/accounts'
import type { Ground } from './ground.ts'

type Call = { to: Hex; data: Hex; gas: bigint }
/** How a peer sends what it is given: a transaction for each. */
export type Peer = { name: string; inFlight: number }

/** What scripts and simple relayers do, and what a queue like thirdweb Engine does, which counts nonces by itself. */
export const peers: readonly Peer[] = [
  { name: 'viem, one by one', inFlight: 1 },
  { name: 'viem, 50 in flight', inFlight: 50 },
]

/** Sends all calls, a transaction each, so many at once; each is waited for until it is in a block. */
export async function sendEach(
  { chain }: Ground,
  { key, inFlight }: { key: Hex; inFlight: number },
  calls: readonly Call[],
): Promise<void> {
  const account = privateKeyToAccount(key)
  const transport = http(chain.rpcUrl)
  const client = createWalletClient({ account, transport, cacheTime: 0, pollingInterval: 5 }).extend(
    publicActions,
  )
  const first = await client.getTransactionCount({ address: account.address })
  const fees = await client.estimateFeesPerGas()
  const { maxFeePerGas, maxPriorityFeePerGas } = fees
  const queue = calls.entries()
  const worker = async () => {
    for (const [index, call] of queue) {
      const hash = await client.sendTransaction({
        ...{ ...call, chain: null, nonce: first + index },
        ...{ maxFeePerGas: maxFeePerGas * 4n, maxPriorityFeePerGas },
      })
      const { status } = await client.waitForTransactionReceipt({ hash })
      if (status !== 'success') throw new Error(`${hash} reverted`)
    }
  }
  await Promise.all(Array.from({ length: inFlight }, worker))
}
