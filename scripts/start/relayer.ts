import { createPublicClient, createTestClient, formatEther, http, parseEther } from 'viem'
import { privateKeyToAddress } from 'viem/accounts'
import { LOCAL_CHAIN } from '../../core/networks.ts'
import type { Chain } from './chain.ts'
import type { Environment } from './environment.ts'
import type { Secrets } from './secrets.ts'

type Hex = `0x${string}`
export type Payer = { key: Hex; detail: string }

/** Below this a local account is filled up. */
const ENOUGH = parseEther('100')

/** The account of a key, given fuel where that can be printed. `purpose`: what it pays for. */
async function fuel(key: Hex, { rpcUrl, id }: Chain, purpose: string): Promise<Payer> {
  const address = privateKeyToAddress(key)
  const transport = http(rpcUrl)
  const balance = await createPublicClient({ transport }).getBalance({ address })
  if (id === LOCAL_CHAIN && balance < ENOUGH) {
    await createTestClient({ mode: 'anvil', transport }).setBalance({ address, value: parseEther('10000') })
    return { key, detail: `${address}, filled up` }
  }
  if (balance === 0n) return { key, detail: `${address} holds nothing: send it some for ${purpose}` }
  return { key, detail: `${address} holds ${formatEther(balance)} ETH` }
}

/**
 * The account that pays for members' calls: that of RELAYER_KEY, else the data folder's own, which is given fuel where
 * that can be printed. On any other somebody has to send it some, and its line says so.
 */
export async function openRelayer(
  { RELAYER_KEY }: Environment,
  secrets: Secrets,
  chain: Chain,
): Promise<Payer> {
  const key = (chain.isOurs ? undefined : (RELAYER_KEY as Hex | undefined)) ?? secrets.relayer_key
  return fuel(key, chain, 'members to act without gas')
}

/**
 * Likewise the account that runs raffles: that of RAFFLE_KEY, else the data folder's own. To open them it needs
 * RAFFLE_OPERATOR, which it has on our own chain; anyone may draw.
 */
export async function openRaffler(
  { RAFFLE_KEY }: Environment,
  secrets: Secrets,
  chain: Chain,
): Promise<Payer> {
  const key = (chain.isOurs ? undefined : (RAFFLE_KEY as Hex | undefined)) ?? secrets.raffle_operator_key
  return fuel(key, chain, 'raffles to be drawn')
}

/** Likewise the account that carries out what votes decided: that of KEEPER_KEY, else the data folder's own. */
export async function openKeeper(
  { KEEPER_KEY }: Environment,
  secrets: Secrets,
  chain: Chain,
): Promise<Payer> {
  const key = (chain.isOurs ? undefined : (KEEPER_KEY as Hex | undefined)) ?? secrets.keeper_key
  return fuel(key, chain, 'votes to be carried out')
}

/**
 * The account that carries juries' verdicts to the contract: that of ARBITER_KEY, on our own chain the data folder's own. Only
 * who has the role ARBITER can, so that elsewhere there is none unless it is named.
 */
export async function openArbiter(
  { ARBITER_KEY }: Environment,
  secrets: Secrets,
  chain: Chain,
): Promise<Partial<Payer> & Pick<Payer, 'detail'>> {
  const key = chain.isOurs ? secrets.arbiter_key : (ARBITER_KEY as Hex | undefined)
  return key
    ? fuel(key, chain, "juries' verdicts to be carried out")
    : { detail: 'none: ARBITER_KEY is not set' }
}
