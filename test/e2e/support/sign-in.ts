import { expect, type Page } from '@playwright/test'
import { WALLET_NAME } from './wallet.ts'

/** "Try it": the demo's burner wallet, made in the page. */
export async function tryIt(page: Page): Promise<void> {
  await page.goto('/sign-in')
  await page.getByRole('button', { name: 'Try it' }).click()
  await expect(page.getByRole('link', { name: /^Profile of/ })).toBeVisible()
}

/** Through RainbowKit, with the wallet that test/e2e/support/wallet.ts announced in this page. */
export async function signInWithWallet(page: Page): Promise<void> {
  await page.goto('/sign-in')
  await page.getByRole('button', { name: 'Connect wallet' }).click()
  await page.getByRole('button', { name: WALLET_NAME }).click()
  await expect(page.getByRole('link', { name: /^Profile of/ })).toBeVisible()
}
