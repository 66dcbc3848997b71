import { createPublicClient, decodeFunctionData, type Hex, http } from 'viem'
import { forwarderAbi } from '../../core/contracts/forwarder.ts'
import { karmaAbi } from '../../core/contracts/karma.ts'
import type { KillChain } from './kill-chain.ts'

/** A request that the forwarder carried out: by its signature, which covers all of it. */
export type Execution = { signature: Hex; success: boolean }

function callsIn(input: Hex) {
  const { functionName, args } = decodeFunctionData({ abi: forwarderAbi, data: input })
  if (functionName === 'executeBatch') return args[0]
  return functionName === 'execute' ? [args[0]] : []
}

/** All that the forwarder carried out in this run, in the chain's own words. */
export async function executions({ rpcUrl, deployment, floor }: KillChain): Promise<Execution[]> {
  const client = createPublicClient({ transport: http(rpcUrl), cacheTime: 0 })
  const events = await client.getContractEvents({
    ...{ address: deployment.forwarder, abi: forwarderAbi, eventName: 'ExecutedForwardRequest' },
    ...{ fromBlock: BigInt(floor()), toBlock: 'latest', strict: true },
  })
  const inputs = new Map<Hex, Hex>()
  for (const { transactionHash: hash } of events)
    if (!inputs.has(hash)) inputs.set(hash, (await client.getTransaction({ hash })).input)
  return events.map(({ transactionHash, args: { signer, nonce, success } }) => {
    const calls = callsIn(inputs.get(transactionHash) ?? '0x')
    // The event does not say which of two with one number it was: the first takes it, and no other is carried out.
    const call = calls.find(({ from }) => from.toLowerCase() === signer.toLowerCase())
    if (!call) throw new Error(`${transactionHash} carried out ${signer} ${nonce} and does not hold it`)
    return { signature: call.signature.toLowerCase() as Hex, success }
  })
}

/** Whom votes were given to in this run, once for each time. */
export async function delegations({ rpcUrl, deployment, floor }: KillChain): Promise<Hex[]> {
  const client = createPublicClient({ transport: http(rpcUrl), cacheTime: 0 })
  const events = await client.getContractEvents({
    ...{ address: deployment.karma, abi: karmaAbi, eventName: 'DelegateChanged' },
    ...{ fromBlock: BigInt(floor()), toBlock: 'latest', strict: true },
  })
  return events.map(({ args: { toDelegate } }) => toDelegate.toLowerCase() as Hex)
}
