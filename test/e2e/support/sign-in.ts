import { expect, type Page } from '@playwright/test'
import { WALLET_NAME } from './wallet.ts'
import { settled } from './whole.ts'

async function signedIn(page: Page): Promise<void> {
  await expect(page.getByRole('link', { name: /^Profile of/ })).toBeVisible()
  await settled(page)
}

/** "Try it": the demo's burner wallet, made in the page. */
export async function tryIt(page: Page): Promise<void> {
  await page.goto('/sign-in')
  await page.getByRole('button', { name: 'Try it' }).click()
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
