import { expect } from '@playwright/test'
import { phone, test } from './support/fixtures.ts'
import { reportRestock } from './support/report.ts'

test.use({ flags: [] })

test('a newcomer alone, on a phone, goes from nothing to an order with the demo neighbour', async ({
  open,
}) => {
  const newcomer = await open(phone)
  await newcomer.goto('/')
  await newcomer.getByRole('button', { name: 'Try it' }).first().click()
  await expect(newcomer.getByRole('link', { name: /^Profile of/ })).toBeVisible()

  await reportRestock(newcomer, { size: '8', note: 'One box on the top shelf' })
  const card = newcomer.getByRole('listitem').filter({ hasText: 'One box on the top shelf' })
  await expect(card.getByText('1 confirmation')).toBeVisible({ timeout: 30_000 })
  await expect(newcomer.getByRole('link', { name: /^10 karma in your ledger/ })).toBeVisible({
    timeout: 60_000,
  })

  await newcomer.goto('/drops/halyard-court-low-bone')
  await newcomer.getByRole('radio', { name: /^9,/ }).check()
  await newcomer.getByRole('button', { name: 'Fill in a demo address' }).click()
  await newcomer.getByRole('button', { name: 'Request checkout' }).click()
  await newcomer.getByRole('button', { name: /^Place order: \$/ }).click({ timeout: 60_000 })
  await expect(newcomer.getByRole('region', { name: 'W. It is yours' })).toBeVisible({ timeout: 60_000 })
})
