import { expect } from '@playwright/test'
import { desktop, phone, test } from './support/fixtures.ts'
import { reportRestock } from './support/report.ts'
import { connectWallet, pressTryIt } from './support/sign-in.ts'
import { installWallet } from './support/wallet.ts'

const password = 'nine wet sneakers on a wire'

test('email and password: sign up, sign out, sign in; karma waits until a wallet is linked', async ({
  open,
}) => {
  const fay = await open(phone, (page) => installWallet(page))
  await fay.goto('/sign-in')
  await fay.getByRole('tab', { name: 'New here' }).click()
  await fay.getByLabel('Username').fill('fay_runs')
  await fay.getByLabel('Email').fill('fay@example.org')
  await fay.getByLabel('Password').fill(password)
  await fay.getByRole('button', { name: 'Create account' }).click()
  await expect(fay.getByRole('link', { name: 'Profile of fay_runs' })).toBeVisible()

  await fay.goto('/me')
  await fay.getByRole('button', { name: 'Sign out' }).click()
  await expect(fay.getByRole('link', { name: 'Sign in' }).first()).toBeVisible()
  await fay.goto('/sign-in')
  await fay.getByLabel('Username or email').fill('fay@example.org')
  await fay.getByLabel('Password').fill('nine dry sneakers on a wire')
  await fay.getByRole('button', { name: 'Sign in', exact: true }).click()
  await expect(fay.getByRole('main').getByRole('alert')).toBeVisible()
  await fay.getByLabel('Password').fill(password)
  await fay.getByRole('button', { name: 'Sign in', exact: true }).click()
  await expect(fay.getByRole('link', { name: 'Profile of fay_runs' })).toBeVisible()

  await reportRestock(fay, { size: '12', note: 'Seen by someone without a wallet' })
  const gus = await open(desktop)
  await pressTryIt(gus)
  await gus.goto('/restocks')
  const card = gus.getByRole('listitem').filter({ hasText: 'Seen by someone without a wallet' })
  await card.getByRole('button', { name: 'Confirm' }).click()
  await fay.goto('/ledger')
  await expect(fay.getByText('Needs a wallet: link one to receive it')).toBeVisible({ timeout: 120_000 })

  await fay.goto('/me/wallets')
  await connectWallet(fay, '/api/me/wallets')
  await fay.goto('/ledger')
  const onChain = fay.getByRole('region', { name: 'On chain' })
  await expect(onChain.getByText('Your restock report')).toBeVisible({ timeout: 120_000 })
})
