import { expect, type Page } from '@playwright/test'
import { expectClean } from './support/axe.ts'
import { desktop, phone, test } from './support/fixtures.ts'
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
  await expect(card.getByText('1 confirmation')).toBeVisible({ timeout: 120_000 })
  await expect(newcomer.getByRole('link', { name: /^10 karma in your ledger/ })).toBeVisible({
    timeout: 120_000,
  })

  await newcomer.goto('/drops/halyard-court-low-bone')
  await newcomer.getByRole('radio', { name: /^9,/ }).check()
  await newcomer.getByRole('button', { name: 'Fill in a demo address' }).click()
  await newcomer.getByRole('button', { name: 'Request checkout' }).click()
  await newcomer.getByRole('button', { name: /^Place order: \$/ }).click({ timeout: 120_000 })
  await expect(newcomer.getByRole('region', { name: 'W. It is yours' })).toBeVisible({ timeout: 120_000 })
})

const guide = (page: Page) => page.getByRole('region', { name: /^Your first minute/ })
const isDone = (page: Page, title: string) =>
  expect(guide(page).getByRole('heading', { name: new RegExp(`^${title} ?, done$`) })).toBeVisible({
    timeout: 120_000,
  })

test('the guided way: one thing to do at a time, and each is done when it was done', async ({ open }) => {
  test.setTimeout(800_000)
  const page = await open(desktop)
  await page.goto('/')
  await expect(guide(page)).toHaveCount(0)
  await page.getByRole('button', { name: 'Try it' }).first().click()
  await expect(guide(page)).toContainText('0 of 4')
  await expectClean(page, { picture: 'first-minute' })

  await guide(page).getByRole('link', { name: 'Report a restock' }).click()
  await expect(page).toHaveURL(/\/restocks\/report$/)
  await reportRestock(page, { size: '8.5', note: 'Two boxes by the door' })
  await page.goto('/')
  await isDone(page, 'Earn your first karma')

  await guide(page).getByRole('link', { name: 'Enter a raffle' }).click()
  await page.getByRole('button', { name: 'Enter for 5 karma' }).click()
  await expect(page.getByText('You are in. Everyone has one ticket.')).toBeVisible()
  await page.goto('/')
  await isDone(page, 'Enter a raffle')

  // The demo's shop puts a pair on its shelf by itself.
  await isDone(page, 'See a restock come in live')
  await guide(page).getByRole('link', { name: 'Set up a dry run' }).click()
  await expect(page.getByRole('radio', { name: 'Dry run' })).toBeChecked()
  await page.getByRole('radio', { name: /^9,/ }).check()
  await page.getByRole('button', { name: 'Fill in a demo address' }).click()
  await page.getByRole('button', { name: 'Request checkout' }).click()
  await expect(page.getByRole('region', { name: 'Dry run done' })).toBeVisible({ timeout: 120_000 })

  await page.goto('/')
  await expect(guide(page)).toContainText('4 of 4')
  await expect(guide(page).getByRole('status')).toHaveText(
    'That was all of it. From here on it is your street.',
  )
  await guide(page).getByRole('button', { name: 'Put away' }).click()
  await expect(guide(page)).toHaveCount(0)
  await page.reload()
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible()
  await expect(guide(page)).toHaveCount(0)
})
