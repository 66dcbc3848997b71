import type { Hex } from 'viem'

type Ask = { rpcUrl: string; token: string; wallets: readonly string[] }

/**
 * Asks the chain itself, from this browser, what the wallets hold together. viem is loaded for it only now.
 * @returns wei and the block it was read at
 */
export async function balanceOnChain({
  rpcUrl,
  token,
  wallets,
}: Ask): Promise<{ wei: bigint; block: bigint }> {
  const { createPublicClient, erc20Abi, http } = await import('viem')
  const chain = createPublicClient({ transport: http(rpcUrl) })
  const block = await chain.getBlockNumber()
  const read = (wallet: string) =>
    chain.readContract({
      address: token as Hex,
      abi: erc20Abi,
      functionName: 'balanceOf',
      args: [wallet as Hex],
      blockNumber: block,
    })
  const held = await Promise.all(wallets.map(read))
  return { wei: held.reduce((sum, each) => sum + each, 0n), block }
}
