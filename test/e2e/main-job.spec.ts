import { expect, type Page } from '@playwright/test'
import { createPublicClient, erc20Abi, type Hex, http, parseEther } from 'viem'
import { z } from 'zod'
import { desktop, phone, test } from './support/fixtures.ts'
import { reportRestock } from './support/report.ts'
import { signInWithWallet, tryIt } from './support/sign-in.ts'
import type { Stack } from './support/stack.ts'
import { installWallet } from './support/wallet.ts'

const DROP = '/drops/halyard-court-low-bone'
const OPEN_DROP = '/drops/marrow-tideline-runner-sage'

/** What the chain itself says the wallet holds. */
async function balanceOnChain(stack: Stack, page: Page, wallet: Hex): Promise<bigint> {
  const { token } = z
    .object({ token: z.string() })
    .parse(await (await page.request.get('/api/client')).json())
  const client = createPublicClient({ transport: http(stack.rpcUrl) })
  return client.readContract({
    address: token as Hex,
    abi: erc20Abi,
    functionName: 'balanceOf',
    args: [wallet],
  })
}

/** The numbers of all orders that the shop's own process took. */
async function ordersAtShop(stack: Stack): Promise<string[]> {
  const answer = await fetch(`${stack.shopUrl}/__orders`)
  return z.object({ numbers: z.array(z.string()) }).parse(await answer.json()).numbers
}

async function fillCheckout(page: Page, size: string): Promise<void> {
  await page.getByRole('radio', { name: new RegExp(`^${size},`) }).check()
  await page.getByRole('button', { name: 'Fill in a demo address' }).click()
  await page.getByRole('button', { name: 'Request checkout' }).click()
}

test('a report becomes karma, karma opens the gate, the gate leads to an order', async ({ open, stack }) => {
  let wallet: Hex = '0x'
  const ana = await open(phone, async (page) => {
    wallet = await installWallet(page)
  })
  const ben = await open(desktop)

  await signInWithWallet(ana)
  await tryIt(ben)

  await ana.goto(DROP)
  await expect(ana.getByRole('region', { name: 'The gate' })).toContainText('Closed')

  await ben.goto('/restocks')
  await reportRestock(ana, { size: '11', note: 'Two pairs by the till' })
  // The report reaches the other member's open page by itself.
  const card = ben.getByRole('listitem').filter({ hasText: 'Two pairs by the till' })
  await card.getByRole('button', { name: 'Confirm' }).click()
  await expect(card.getByText('You confirmed this')).toBeVisible()

  // Nobody reloads: settle mints, the indexer mirrors, the socket tells.
  await ana.getByRole('link', { name: /karma in your ledger/ }).click()
  const ledger = ana.getByRole('region', { name: 'On chain' })
  await expect(ledger.getByText('Your restock report')).toBeVisible({ timeout: 120_000 })
  await expect(ledger.getByText('+10')).toBeVisible()
  expect(await balanceOnChain(stack, ana, wallet)).toBe(parseEther('10'))
  await ana.getByRole('button', { name: 'Verify against the chain' }).click()
  await expect(ana.getByText('The chain says the same')).toBeVisible()

  const before = await ordersAtShop(stack)
  await ana.goto(DROP)
  await expect(ana.getByRole('region', { name: 'The gate' })).toContainText('Open')
  await fillCheckout(ana, '10')
  await ana.getByRole('button', { name: /^Place order: \$/ }).click({ timeout: 120_000 })

  const outcome = ana.getByRole('region', { name: 'W. It is yours' })
  await expect(outcome).toBeVisible({ timeout: 120_000 })
  const placed = (await ordersAtShop(stack)).slice(before.length)
  expect(placed).toHaveLength(1)
  await expect(outcome.getByText(placed[0] ?? 'no order', { exact: true })).toBeVisible()

  // One pair per member and drop: asking again buys nothing.
  await ana.goto(DROP)
  await ana.getByRole('radio', { name: /^9,/ }).check()
  await ana.getByRole('button', { name: 'Request checkout' }).click()
  await expect(ana.getByText(/already have an order/)).toBeVisible()
  expect(await ordersAtShop(stack)).toHaveLength(before.length + 1)
})

test('a member below the threshold is refused, with what would make it a yes', async ({ open, stack }) => {
  const cleo = await open(desktop)
  await tryIt(cleo)
  await cleo.goto(DROP)
  await expect(cleo.getByText(/this drop asks for 10/).first()).toBeVisible()
  const before = await ordersAtShop(stack)
  await fillCheckout(cleo, '10')
  await expect(cleo.getByRole('region', { name: 'Cop it' }).getByRole('alert')).toContainText(/asks for 10/)
  expect(await ordersAtShop(stack)).toHaveLength(before.length)
})

test('a cancelled checkout buys nothing', async ({ open, stack }) => {
  const dan = await open(phone)
  await tryIt(dan)
  const before = await ordersAtShop(stack)
  await dan.goto(OPEN_DROP)
  await fillCheckout(dan, '10')
  await expect(dan.getByRole('button', { name: /^Place order: \$/ })).toBeVisible({ timeout: 120_000 })
  await dan.getByRole('button', { name: 'Cancel' }).click()
  await expect(dan.getByRole('region', { name: 'Cancelled' })).toBeVisible()
  // What the assistant saw can be looked at closely, and put away without a mouse.
  const picture = dan.getByRole('button', { name: /^The shop's page: / }).last()
  await picture.click()
  const large = dan.getByRole('dialog')
  await expect(large.getByRole('img', { name: /^The shop's page: / })).toBeVisible()
  await dan.keyboard.press('Escape')
  await expect(large).toHaveCount(0)
  await expect(picture).toBeFocused()
  expect(await ordersAtShop(stack)).toHaveLength(before.length)
})

test('a size that sold out ends as a clear L', async ({ open }) => {
  const eve = await open(desktop)
  await tryIt(eve)
  await eve.goto(OPEN_DROP)
  await fillCheckout(eve, '7.5')
  await expect(eve.getByRole('region', { name: 'L. Not this time' })).toBeVisible({ timeout: 120_000 })
})
