import { expect, type Page } from '@playwright/test'
import { createPublicClient, createTestClient, http } from 'viem'
import { z } from 'zod'
import { violationsIn } from './support/axe.ts'
import { earn } from './support/earn.ts'
import { desktop, phone, test } from './support/fixtures.ts'
import { signInWithWallet, tryIt } from './support/sign-in.ts'
import type { Stack } from './support/stack.ts'
import { giveWallet, type Wallet } from './support/wallet.ts'

const DROP = '/drops/marrow-slipway-high-brick'

const gate = (page: Page) => page.getByRole('region', { name: 'The gate' })
const tier = (page: Page, number: number) => page.getByRole('region', { name: `Tier ${number}` })
const own = (page: Page) => page.getByRole('region', { name: 'Your pass' })
const vote = (page: Page) => page.getByRole('region', { name: 'Your vote' })

/** A page in a browser with a wallet of its own. */
async function openWithWallet(
  open: (options: object, prepare: (page: Page) => Promise<unknown>) => Promise<Page>,
) {
  let wallet: Wallet | undefined
  const page = await open(desktop, async (made) => {
    wallet = await giveWallet(made)
  })
  if (!wallet) throw new Error('the page was opened without a wallet')
  return { page, wallet }
}

async function myWallet(page: Page): Promise<string> {
  const { wallets } = z
    .object({ wallets: z.array(z.string()) })
    .parse(await (await page.request.get('/api/me')).json())
  return wallets[0] ?? ''
}

/** Ether of the wallet, in wei. */
const etherOf = ({ rpcUrl }: Stack, address: string) =>
  createPublicClient({ transport: http(rpcUrl) }).getBalance({ address: address as `0x${string}` })

async function expectClean(page: Page): Promise<void> {
  expect(await violationsIn(page)).toEqual([])
  const overflow = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth)
  expect(overflow).toBeLessThanOrEqual(0)
}

for (const [device, options] of Object.entries({ phone, desktop })) {
  test(`a member without ether buys a pass, and the gate on the other open page opens by itself: ${device}`, async ({
    open,
    stack,
  }) => {
    const ana = await open(options)
    await tryIt(ana)
    const wallet = await myWallet(ana)
    const watching = await ana.context().newPage()
    await watching.goto(DROP)
    await expect(gate(watching)).toContainText('asks for an active pass of tier 1')
    await ana.goto('/passes')
    await expect(tier(ana, 1)).toContainText('Earn 20 more first')
    await earn(stack, wallet, 45)

    // Karma comes, and with it the button; nobody reloads.
    const buy = tier(ana, 1).getByRole('button', { name: 'Buy for 20 karma' })
    await expect(buy).toBeVisible()
    await expect(vote(ana)).toContainText('Off')
    await expectClean(ana)
    await buy.click()
    await expect(tier(ana, 1).getByRole('list', { name: 'On its way' })).toContainText(
      /Your pass.*Done, on chain/s,
    )
    await expect(own(ana)).toContainText('Active')
    await expect(gate(watching)).toContainText('Your tier 1 pass lets you in.')
    // The offer to switch the vote on came with the first pass.
    await expect(vote(ana).getByText('On', { exact: true })).toBeVisible()
    expect(await etherOf(stack, wallet)).toBe(0n)

    await tier(ana, 1).getByRole('button', { name: 'Renew for 20 karma' }).click()
    await expect(tier(ana, 1)).toContainText('Earn 15 more first')
    await expect(own(ana)).toContainText('in 59 days')
    await expectClean(ana)
    await own(ana).getByRole('button', { name: 'End it early' }).click()
    await own(ana).getByRole('button', { name: 'End the pass' }).click()
    await expect(own(ana)).toContainText('You ended this pass')
    await expect(gate(watching)).toContainText('Closed')
  })
}

test('a wallet of one’s own: a refusal and a wrong chain are told plainly, and then it works', async ({
  open,
  stack,
}) => {
  const { page: ben, wallet } = await openWithWallet(open)
  await signInWithWallet(ben)
  await earn(stack, wallet.address, 20)
  await ben.goto('/passes')
  await tier(ben, 1)
    .getByLabel(/Switch my vote on too/)
    .uncheck()
  const buy = tier(ben, 1).getByRole('button', { name: 'Buy for 20 karma' })
  wallet.declines = 1
  wallet.chainId = 1
  await buy.click()
  await expect(tier(ben, 1).getByRole('alert')).toContainText(
    'You said no in your wallet, so nothing was sent.',
  )
  // It was brought to our chain before it was asked to sign.
  expect(wallet.chainId).toBe(31_337)
  await buy.click()
  await expect(own(ben)).toContainText('Active')
  await expect(vote(ben)).toContainText('Off')
  await vote(ben).getByRole('button', { name: 'Switch my vote on' }).click()
  await expect(vote(ben).getByText('On', { exact: true })).toBeVisible()
  expect(await etherOf(stack, wallet.address)).toBe(0n)
})

test('an account of the wallet that is not the member’s own pays for nothing, and is told so', async ({
  open,
  stack,
}) => {
  const { page, wallet } = await openWithWallet(open)
  await signInWithWallet(page)
  const linked = wallet.address
  await earn(stack, linked, 20)
  wallet.address = wallet.other
  await page.goto('/passes')
  await tier(page, 1).getByRole('button', { name: 'Buy for 20 karma' }).click()
  const alert = tier(page, 1).getByRole('alert')
  await expect(alert).toContainText(`Your wallet answers for ${wallet.other}, and this is for ${linked}`)
  await expect(alert).toContainText('Choose that account in your wallet')
  await expect(own(page)).toContainText('no pass yet')
})

test('what is on its way when the page is left is told on the next one, to its end', async ({
  open,
  stack,
}) => {
  const chain = createTestClient({ mode: 'anvil', transport: http(stack.rpcUrl) })
  const cleo = await open(phone)
  await tryIt(cleo)
  await earn(stack, await myWallet(cleo), 20)
  await cleo.goto('/passes')
  const buy = tier(cleo, 1).getByRole('button', { name: 'Buy for 20 karma' })
  await expect(buy).toBeVisible()
  await chain.setAutomine(false)
  try {
    await buy.click()
    await expect(tier(cleo, 1).getByRole('list', { name: 'On its way' })).toContainText('waits for a block')
    // One at a time: a second purchase would be signed for karma that the first one takes.
    await expect(buy).toHaveAttribute('aria-disabled', 'true')
    await cleo.reload()
    const underway = cleo.getByRole('region', { name: 'On the way' })
    await expect(underway).toContainText(/Your pass.*Sent: waits for a block/s)
    await expect(buy).toHaveAttribute('aria-disabled', 'true')
    await expectClean(cleo)
    await chain.mine({ blocks: 1 })
    await expect(own(cleo)).toContainText('Active', { timeout: 120_000 })
    await expect(underway).toContainText('Done, on chain')
  } finally {
    await chain.setAutomine(true)
    await chain.mine({ blocks: 1 })
  }
})

test('who is not signed in sees tiers and prices, and the way in', async ({ open }) => {
  const page = await open(phone)
  await page.goto('/passes')
  await expect(tier(page, 2)).toContainText('who have earned 100 karma')
  await expect(tier(page, 1).getByRole('link', { name: /Slipway High/ })).toBeVisible()
  await expect(tier(page, 1).getByRole('link', { name: 'Sign in to buy' })).toBeVisible()
  await expectClean(page)
})
