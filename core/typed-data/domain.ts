/** An address or other bytes. */
export type Hex = `0x${string}`

/** EIP-712 domain of one of our contracts; all of them are of version 1. */
export function domainOf(name: string, chainId: number, verifyingContract: Hex) {
  return { name, version: '1', chainId, verifyingContract } as const
}
