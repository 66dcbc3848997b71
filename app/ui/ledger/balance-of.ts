import type { Address, EIP1193Provider, Hex, PublicClient } from 'viem'
import { Problem } from '../api/problem.ts'
import { fill } from '../messages/fill.ts'
import { words } from '../messages/ledger/balance-of.ts'

/** Where the chain is asked, and what it must be. */
export type Node = {
  /** null: the browser's own wallet is asked, which knows a node of its own. */
  rpcUrl: string | null
  chainId: number
}

function walletOfBrowser(): EIP1193Provider {
  const { ethereum } = window as { ethereum?: EIP1193Provider }
  if (ethereum) return ethereum
  throw new Problem({
    status: 0,
    code: 'no-rpc',
    detail: words.thisServerDoesNot,
    fix: words.openThePageIn,
  })
}

/**
 * A client of the node, which has said that it is on this chain. viem is loaded for it only now.
 * @throws Problem when there is no node to ask, or it is on another chain
 */
export async function openNode({ rpcUrl, chainId }: Node): Promise<PublicClient> {
  const { createPublicClient, custom, http } = await import('viem')
  const client = createPublicClient({ transport: rpcUrl ? http(rpcUrl) : custom(walletOfBrowser()) })
  const found = await client.getChainId()
  if (found === chainId) return client
  throw new Problem({
    status: 0,
    code: 'other-chain',
    detail: fill(words.theNodeThatWas, { found, chainId }),
    fix: fill(words.switchYourWalletTo, { chainId }),
  })
}

/**
 * What the wallet holds at the end of this very block, named by its hash (EIP-1898): never at another one of the same
 * number.
 * @returns wei
 * @throws what the node answers; it may not know the block
 */
export async function balanceAt(
  client: PublicClient,
  { token, wallet, blockHash }: { token: string; wallet: string; blockHash: string },
): Promise<bigint> {
  const { decodeFunctionResult, encodeFunctionData, erc20Abi } = await import('viem')
  const call = { abi: erc20Abi, functionName: 'balanceOf' } as const
  const data = encodeFunctionData({ ...call, args: [wallet as Address] })
  const result = await client.request({
    method: 'eth_call',
    params: [{ to: token as Address, data }, { blockHash: blockHash as Hex }],
  })
  return decodeFunctionResult({ ...call, data: result })
}
