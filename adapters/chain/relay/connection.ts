import {
  createPublicClient,
  createWalletClient,
  type Hex,
  http,
  type PublicClient,
  publicActions,
} from 'viem'
import { privateKeyToAccount } from 'viem/accounts'
import type { RelayContracts } from '../../../core/relay/whitelist.ts'

/** A node, and the contracts that are looked at there. */
export type ForwarderConnection = {
  client: Pick<PublicClient, 'getChainId' | 'getBlock' | 'readContract' | 'call' | 'getTransaction'>
  contracts: RelayContracts
  /** Of the node: its path and query may hold an access key. */
  origin: string
}

/** Without any key: only looks. */
export function connectForwarder({
  rpcUrl,
  deployment,
}: {
  rpcUrl: string
  deployment: RelayContracts
}): ForwarderConnection {
  const client = createPublicClient({
    transport: http(rpcUrl, { retryCount: 0, timeout: 20_000, batch: { batchSize: 100 } }),
    cacheTime: 0,
  })
  return { client, contracts: deployment, origin: new URL(rpcUrl).origin }
}

export type RelayerOptions = { rpcUrl: string; relayerKey: Hex; deployment: RelayContracts }

/** The relayer's account at a node, and the contracts it works for. */
export function connectRelayer({ rpcUrl, relayerKey, deployment }: RelayerOptions) {
  const client = createWalletClient({
    account: privateKeyToAccount(relayerKey),
    transport: http(rpcUrl, { retryCount: 0, timeout: 20_000, batch: { batchSize: 100 } }),
    cacheTime: 0,
    pollingInterval: 500,
  }).extend(publicActions)
  return { client, contracts: deployment, origin: new URL(rpcUrl).origin }
}
export type RelayConnection = ReturnType<typeof connectRelayer>
