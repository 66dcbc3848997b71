import { connectorsForWallets } from '@rainbow-me/rainbowkit'
import { injectedWallet } from '@rainbow-me/rainbowkit/wallets'
import { defineChain } from 'viem'
import { createConfig, http } from 'wagmi'
import type { Body } from '../api/shapes.ts'
import { fill } from '../messages/fill.ts'
import { words } from '../messages/wallet/config.ts'

/** wagmi for the one chain this server speaks. Only wallets in the browser: WalletConnect needs a project id. */
export function walletConfig({ chain_id, rpc_url }: Body<'client'>) {
  const chain = defineChain({
    id: chain_id,
    name: chain_id === 31337 ? 'SNPD local demo' : fill(words.chain, { chain_id }),
    nativeCurrency: { name: 'Ether', symbol: 'ETH', decimals: 18 },
    rpcUrls: { default: { http: rpc_url ? [rpc_url] : [] } },
  })
  const connectors = connectorsForWallets([{ groupName: words.inThisBrowser, wallets: [injectedWallet] }], {
    appName: 'SNPD',
    projectId: 'none',
  })
  return createConfig({
    chains: [chain],
    connectors,
    transports: { [chain.id]: http(rpc_url ?? undefined) },
    multiInjectedProviderDiscovery: true,
    ssr: true,
  })
}
