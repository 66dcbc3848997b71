import { expect } from '@playwright/test'
import { expectClean } from './support/axe.ts'
import { desktop, phone, test } from './support/fixtures.ts'
import { giveAwards } from './support/ledger.ts'
import { nameOf } from './support/name.ts'
import { tryIt } from './support/sign-in.ts'

const MINTED = 65

test('a long ledger is paged to its end, adds up, and is verified in the browser against the chain', async ({
  open,
  stack,
}) => {
  const ana = await open(phone)
  await tryIt(ana)
  const due = Array.from({ length: MINTED }, () => ({ amount: 2 }))
  await giveAwards(stack, await nameOf(ana), [
    ...due,
    { amount: 10, cappedBy: 'day', why: ['Only 10 a day are paid, and today had them.'] },
    { amount: 10, reversed: true, why: ['Taken back: nobody else saw it'] },
  ])
  await ana.goto('/ledger')
  const balance = ana.getByRole('region', { name: 'Balance', exact: true })
  await expect(balance.getByText(`✓ All of ${MINTED} movements add up to it`)).toBeVisible({
    timeout: 120_000,
  })
  await expect(balance).toContainText(/reconciles at block \d+/)
  await expect(ana.getByRole('link', { name: /^130 karma in your ledger as of block \d+/ })).toBeVisible()

  const chain = ana.getByRole('region', { name: 'On chain' })
  const rows = chain.getByRole('list').first().locator('> li')
  await expect(rows).toHaveCount(30)
  await chain.getByRole('button', { name: 'Older movements' }).click()
  await expect(rows).toHaveCount(60)
  await chain.getByRole('button', { name: 'Older movements' }).click()
  await expect(rows).toHaveCount(MINTED)
  await expect(chain.getByRole('button', { name: 'Older movements' })).toHaveCount(0)
  await rows.last().locator('summary').click()
  await expect(
    rows
      .last()
      .getByText(/^0x[0-9a-f]{64}$/)
      .first(),
  ).toBeVisible()

  const lost = ana.getByRole('region', { name: 'Not paid' })
  await expect(lost.getByText('Only 10 a day are paid, and today had them.')).toBeVisible()
  await expect(lost.getByText('Taken back: nobody else saw it')).toBeVisible()

  await balance.getByText('The same as a table').click()
  await expect(balance.getByRole('table').getByText('130')).toBeVisible()
  await balance.getByRole('button', { name: 'Verify against the chain' }).click()
  const verdict = balance.getByRole('status')
  await expect(verdict).toContainText('✓ The chain says the same')
  await expect(verdict).toContainText(`Your ${MINTED} movements, added up here130 karma`)
  await expectClean(ana, { picture: 'ledger' })
})

test('a page that leaves a movement out is caught by the verify button', async ({ open, stack }) => {
  const bea = await open(desktop)
  await tryIt(bea)
  await giveAwards(stack, await nameOf(bea), [{ amount: 7 }, { amount: 5 }])
  await bea.goto('/ledger')
  const balance = bea.getByRole('region', { name: 'Balance', exact: true })
  await expect(balance.getByText('✓ All of 2 movements add up to it')).toBeVisible({ timeout: 120_000 })
  await bea.route('**/api/ledger/entries?limit=500*', async (route) => {
    const answer = await route.fetch()
    const page = await answer.json()
    await route.fulfill({ json: { ...page, items: page.items.slice(1) } })
  })
  await bea.getByRole('button', { name: 'Verify against the chain' }).click()
  const verdict = balance.getByRole('status')
  await expect(verdict).toContainText('✕ The chain says something else')
  await expect(verdict).toContainText(/the movements we show are off by −[57] karma/)
  await expectClean(bea, { picture: 'ledger-drift' })
})
