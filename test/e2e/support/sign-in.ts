import { expect, type Page } from '@playwright/test'
import { generatePrivateKey, privateKeyToAccount } from 'viem/accounts'
import { createSiweMessage } from 'viem/siwe'
import { z } from 'zod'
import { WALLET_NAME } from './wallet.ts'
import { settled } from './whole.ts'

async function signedIn(page: Page): Promise<void> {
  await expect(page.getByRole('link', { name: /^Profile of/ })).toBeVisible()
  await settled(page)
}

/** "Try it": the demo's burner wallet, made in the page. */
export async function pressTryIt(page: Page): Promise<void> {
  await page.goto('/sign-in')
  await page.getByRole('button', { name: 'Try it' }).click()
  await signedIn(page)
}

const nonceShape = z.object({ nonce: z.string(), domain: z.string(), chain_id: z.int() })

/**
 * Leaves the browser as "Try it" leaves it: signed in, with the key of a new burner wallet, on the front page. Of the two
 * pages of that way, and of the code to sign with, one is loaded.
 */
export async function tryIt(page: Page): Promise<void> {
  const asked = await page.request.post('/api/auth/nonce', { data: {} })
  const { origin } = new URL(asked.url())
  const { nonce, domain, chain_id: chainId } = nonceShape.parse(await asked.json())
  const key = generatePrivateKey()
  const account = privateKeyToAccount(key)
  const times = { issuedAt: new Date(), expirationTime: new Date(Date.now() + 300_000) }
  const message = createSiweMessage({
    ...{ address: account.address, uri: origin, version: '1', nonce, domain, chainId },
    ...times,
  })
  const data = { message, signature: await account.signMessage({ message }) }
  const verified = await page.request.post('/api/auth/verify', { data, headers: { origin } })
  expect(verified.ok(), await verified.text()).toBe(true)
  await page.goto('/')
  // As app/ui/session/burner.ts keeps it.
  await page.evaluate((key) => localStorage.setItem('snpd-burner', key), key)
  await signedIn(page)
}

/** Through RainbowKit, to the end that asks at `path`, with the wallet that test/e2e/support/wallet.ts announced in this page. */
export async function connectWallet(page: Page, path = '/api/auth/verify'): Promise<void> {
  const verified = page.waitForResponse(
    (response) => response.url().endsWith(path) && response.request().method() === 'POST',
  )
  await page.getByRole('button', { name: 'Connect wallet' }).click()
  await page.getByRole('button', { name: WALLET_NAME }).click()
  expect((await verified).ok()).toBe(true)
}

export async function signInWithWallet(page: Page): Promise<void> {
  await page.goto('/sign-in')
  await connectWallet(page)
  await signedIn(page)
}
