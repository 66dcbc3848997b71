import type { Abi, Hex, Log } from 'viem'
import { parseEventLogs } from 'viem'
import type { Deployer } from './chain.ts'

/** Nodes that hold to a limit allow at least so many blocks. */
const SMALLEST = 500n

type Range = { from: bigint; to: bigint }

/** The address's logs of the range, in halves where the node finds it too large. */
async function logsOf(deployer: Deployer, address: Hex, { from, to }: Range): Promise<Log[]> {
  try {
    return await deployer.getLogs({ address, fromBlock: from, toBlock: to })
  } catch (error) {
    if (to - from < SMALLEST) throw error
    const middle = (from + to) / 2n
    const first = await logsOf(deployer, address, { from, to: middle })
    return [...first, ...(await logsOf(deployer, address, { from: middle + 1n, to }))]
  }
}

export type Event = { eventName: string; args: Record<string, unknown>; blockNumber: bigint | null }

/** Everything that a contract ever told, oldest first. */
export async function eventsOf(
  deployer: Deployer,
  { address, abi }: { address: Hex; abi: Abi },
  from: number,
): Promise<Event[]> {
  const to = await deployer.getBlockNumber({ cacheTime: 0 })
  const logs = await logsOf(deployer, address, { from: BigInt(from), to })
  return parseEventLogs({ abi, logs }).map(({ eventName, args, blockNumber }) => ({
    eventName: eventName ?? '',
    args: args as Record<string, unknown>,
    blockNumber,
  }))
}
