import type { Page } from '@playwright/test'
import type { Hex, TypedDataDefinition } from 'viem'
import { generatePrivateKey, type PrivateKeyAccount, privateKeyToAccount } from 'viem/accounts'

export const WALLET_NAME = 'Test Wallet'

/** Runs in the page: announces an EIP-6963 provider whose requests go to the test's own account. */
function announceProvider({ name }: { name: string }): void {
  type Ask = { method: string; params?: unknown[] }
  type Answer = { result: unknown } | { error: { code: number; message: string } }
  const send = (window as unknown as { snpdWallet: (ask: Ask) => Promise<Answer> }).snpdWallet
  // What a wallet remembers of a site, also when the page is loaded again.
  const connected = 'test-wallet-connected'
  const heard = new Map<string, (news: unknown) => void>()
  const provider = {
    request: async (ask: Ask) => {
      if (ask.method === 'eth_accounts' && !localStorage.getItem(connected)) return []
      if (ask.method === 'eth_requestAccounts') localStorage.setItem(connected, 'yes')
      const answer = await send(ask)
      if ('error' in answer) throw Object.assign(new Error(answer.error.message), answer.error)
      if (ask.method === 'wallet_switchEthereumChain')
        heard.get('chainChanged')?.((ask.params as [{ chainId: string }])[0].chainId)
      return answer.result
    },
    on: (event: string, listener: (news: unknown) => void) => {
      heard.set(event, listener)
      return provider
    },
    removeListener: () => provider,
  }
  const icon =
    'data:image/svg+xml,<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 8 8"><path fill="black" d="M0 0h8v8H0z"/></svg>'
  const info = { uuid: '6b5e0c1e-9f0a-4b7a-8a53-0c5d3a1f2e44', name, icon, rdns: 'test.snpd.wallet' }
  const announce = () =>
    window.dispatchEvent(
      new CustomEvent('eip6963:announceProvider', { detail: Object.freeze({ info, provider }) }),
    )
  window.addEventListener('eip6963:requestProvider', announce)
  announce()
}

type Ask = { method: string; params?: unknown[] }

/**
 * A browser wallet as a test holds it: `address` is the account chosen in it (its first one, or `other`), `chainId` the
 * chain it is on, `declines` how many signatures it will refuse.
 */
export type Wallet = { address: Hex; other: Hex; chainId: number; declines: number }

/** Gives a page a browser wallet with a new random account; it signs whatever it is asked, like a trusting member. */
export async function giveWallet(page: Page, chainId = 31337): Promise<Wallet> {
  const accounts = [0, 1].map(() => privateKeyToAccount(generatePrivateKey()))
  const [address = '0x', other = '0x'] = accounts.map((one) => one.address.toLowerCase() as Hex)
  const wallet: Wallet = { address, other, chainId, declines: 0 }
  const chosen = (): PrivateKeyAccount => {
    const found = accounts.find((one) => one.address.toLowerCase() === wallet.address)
    if (found) return found
    throw new Error('the test wallet has no such account')
  }
  const signTyped = (json: string): Promise<Hex> => {
    const data: TypedDataDefinition = JSON.parse(json)
    // As wallets do: a signature for another chain than the one they are on is no signature.
    if (Number(data.domain?.chainId) !== wallet.chainId)
      throw Object.assign(new Error('wrong chain'), { code: -32602 })
    if (wallet.declines-- > 0) throw Object.assign(new Error('User rejected the request.'), { code: 4001 })
    wallet.declines = 0
    return chosen().signTypedData(data)
  }
  const answer = async ({ method, params = [] }: Ask): Promise<unknown> => {
    if (method === 'eth_chainId') return `0x${wallet.chainId.toString(16)}`
    if (method === 'eth_requestAccounts' || method === 'eth_accounts') return [wallet.address]
    if (method === 'personal_sign') return chosen().signMessage({ message: { raw: params[0] as Hex } })
    if (method === 'eth_signTypedData_v4') return signTyped(String(params[1]))
    if (method === 'wallet_requestPermissions' || method === 'wallet_getPermissions') return []
    if (method === 'wallet_switchEthereumChain') {
      wallet.chainId = Number((params[0] as { chainId: string }).chainId)
      return null
    }
    throw new Error(`the test wallet does not do ${method}`)
  }
  await page.exposeFunction('snpdWallet', (ask: Ask) =>
    answer(ask).then(
      (result) => ({ result }),
      ({ code = -32603, message }: { code?: number; message: string }) => ({ error: { code, message } }),
    ),
  )
  await page.addInitScript(announceProvider, { name: WALLET_NAME })
  return wallet
}

/** The same, of which no more is needed than its address. */
export async function installWallet(page: Page, chainId = 31337): Promise<Hex> {
  return (await giveWallet(page, chainId)).address
}
