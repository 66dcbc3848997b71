import { createPublicClient, createTestClient, formatEther, http, parseEther } from 'viem'
import { privateKeyToAddress } from 'viem/accounts'
import { LOCAL_CHAIN } from '../../core/networks.ts'
import type { Chain } from './chain.ts'
import type { Environment } from './environment.ts'
import type { Secrets } from './secrets.ts'

type Hex = `0x${string}`
export type Payer = { key?: Hex; detail: string }

/** Below this a local account is filled up. */
const ENOUGH = parseEther('100')

type Account = {
  variable: keyof Environment
  secret: keyof Secrets
  purpose: string
  /** It needs a role that only our own chain gives to the data folder's own key: elsewhere there is none unless it is named. */
  onlyNamed?: true
}

/** The accounts that pay for what SNPD does on chain. RAFFLE_OPERATOR opens raffles; anyone may draw them. */
const accounts = {
  relayer: { variable: 'RELAYER_KEY', secret: 'relayer_key', purpose: 'members to act without gas' },
  raffler: { variable: 'RAFFLE_KEY', secret: 'raffle_operator_key', purpose: 'raffles to be drawn' },
  keeper: { variable: 'KEEPER_KEY', secret: 'keeper_key', purpose: 'votes to be carried out' },
  arbiter: {
    variable: 'ARBITER_KEY',
    secret: 'arbiter_key',
    purpose: "juries' verdicts to be carried out",
    onlyNamed: true,
  },
} as const satisfies Record<string, Account>

/** The account of a key, given fuel where that can be printed. `purpose`: what it pays for. */
async function fuel(key: Hex, { rpcUrl, id }: Chain, purpose: string) {
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
 * Opens an account that pays: on our own chain the data folder's own, elsewhere that of its variable, else the folder's own.
 * It is given fuel where that can be printed; on any other chain somebody has to send it some, and its line says so.
 */
export async function openPayer(
  name: keyof typeof accounts,
  { environment, secrets, chain }: { environment: Environment; secrets: Secrets; chain: Chain },
): Promise<Payer> {
  const { variable, secret, purpose, ...rest }: Account = accounts[name]
  const own = chain.isOurs || !rest.onlyNamed ? secrets[secret] : undefined
  const key = (chain.isOurs ? undefined : environment[variable]) ?? own
  if (!key) return { detail: `none: ${variable} is not set` }
  return fuel(key as Hex, chain, purpose)
}
