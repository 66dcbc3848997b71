import { createWalletClient, type Hex, http, publicActions } from 'viem'
import { privateKeyToAccount } from 'viem/accounts'
import type { RelayContracts } from '../../../core/relay/whitelist.ts'

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
