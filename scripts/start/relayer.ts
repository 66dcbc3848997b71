import { createPublicClient, createTestClient, formatEther, http, parseEther } from 'viem'
import { privateKeyToAddress } from 'viem/accounts'
import { LOCAL_CHAIN } from '../../core/networks.ts'
import type { Chain } from './chain.ts'
import type { Environment } from './environment.ts'
import type { Secrets } from './secrets.ts'

type Hex = `0x${string}`
export type Relayer = { key: Hex; detail: string }

/** Below this a local account is filled up. */
const ENOUGH = parseEther('100')

/**
 * The account that pays for members' calls: that of RELAYER_KEY, else the data folder's own, which is given fuel where
 * that can be printed. On any other somebody has to send it some, and its line says so.
 */
export async function openRelayer(
  environment: Environment,
  secrets: Secrets,
  { rpcUrl, id, isOurs }: Chain,
): Promise<Relayer> {
  const key = (isOurs ? undefined : (environment.RELAYER_KEY as Hex | undefined)) ?? secrets.relayer_key
  const address = privateKeyToAddress(key)
  const transport = http(rpcUrl)
  const balance = await createPublicClient({ transport }).getBalance({ address })
  if (id === LOCAL_CHAIN && balance < ENOUGH) {
    await createTestClient({ mode: 'anvil', transport }).setBalance({ address, value: parseEther('10000') })
    return { key, detail: `${address}, filled up` }
  }
  if (balance === 0n)
    return { key, detail: `${address} holds nothing: send it some for members to act without gas` }
  return { key, detail: `${address} holds ${formatEther(balance)} ETH` }
}
