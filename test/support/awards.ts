import { createPublicClient, type Hex, http, zeroAddress } from 'viem'
import { karmaAbi } from '../../core/contracts/karma.ts'

/**
 * Every award of a Karma contract, from a block on, as viem reads it: AwardBatch names the ids, the mints after it are the
 * awards.
 */
export async function chainAwards(rpcUrl: string, karma: Hex, fromBlock = 0n) {
  const client = createPublicClient({ transport: http(rpcUrl), cacheTime: 0 })
  const where = { address: karma, abi: karmaAbi, fromBlock, toBlock: 'latest', strict: true } as const
  const batches = await client.getContractEvents({ ...where, eventName: 'AwardBatch' })
  const mints = await client.getContractEvents({
    ...where,
    eventName: 'Transfer',
    args: { from: zeroAddress },
  })
  return batches.flatMap(({ transactionHash, logIndex, args: { firstId, count } }) =>
    mints
      .filter((mint) => mint.transactionHash === transactionHash && mint.logIndex > logIndex)
      .slice(0, Number(count))
      .map((log, index) => ({
        ...{ log, id: firstId + BigInt(index) },
        ...{ to: log.args.to.toLowerCase(), amount: log.args.value },
      })),
  )
}
