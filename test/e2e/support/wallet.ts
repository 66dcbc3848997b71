import type { Page } from '@playwright/test'
import type { Hex } from 'viem'
import { generatePrivateKey, privateKeyToAccount } from 'viem/accounts'

export const WALLET_NAME = 'Test Wallet'

/** Runs in the page: announces an EIP-6963 provider whose requests go to the test's own account. */
function announceProvider({ name, chainId }: { name: string; chainId: number }): void {
  type Ask = { method: string; params?: unknown[] }
  const send = (window as unknown as { snpdWallet: (ask: Ask) => Promise<unknown> }).snpdWallet
  let connected = false
  const provider = {
    request: async (ask: Ask) => {
      if (ask.method === 'eth_chainId') return `0x${chainId.toString(16)}`
      if (ask.method === 'eth_accounts' && !connected) return []
      if (ask.method === 'eth_requestAccounts') connected = true
      return send(ask)
    },
    on: () => provider,
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

/** Gives a page a browser wallet with a new random account; it signs whatever it is asked, like a trusting member. */
export async function installWallet(page: Page, chainId = 31337): Promise<Hex> {
  const account = privateKeyToAccount(generatePrivateKey())
  const address = account.address.toLowerCase() as Hex
  await page.exposeFunction(
    'snpdWallet',
    async ({ method, params }: { method: string; params?: unknown[] }) => {
      if (method === 'eth_requestAccounts' || method === 'eth_accounts') return [address]
      if (method === 'personal_sign') return account.signMessage({ message: { raw: params?.[0] as Hex } })
      if (method === 'wallet_requestPermissions' || method === 'wallet_getPermissions') return []
      throw new Error(`the test wallet does not do ${method}`)
    },
  )
  await page.addInitScript(announceProvider, { name: WALLET_NAME, chainId })
  return address
}
