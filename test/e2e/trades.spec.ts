import { expect, type Page } from '@playwright/test'
import { z } from 'zod'
import { expectClean } from './support/axe.ts'
import { earn } from './support/earn.ts'
import { desktop, phone, test } from './support/fixtures.ts'
import { tryIt } from './support/sign-in.ts'
import type { Stack } from './support/stack.ts'

const meShape = z.object({ username: z.string(), wallets: z.array(z.string()), karma_balance: z.string() })
const meOf = async (page: Page) => meShape.parse(await (await page.request.get('/api/me')).json())
const sneakersShape = z.object({ items: z.array(z.object({ id: z.uuid() })) })

/** Someone with 10 karma. @returns how they are called */
async function member(stack: Stack, page: Page): Promise<string> {
  await tryIt(page)
  const { username, wallets } = await meOf(page)
  await earn(stack, wallets[0] ?? '', 10)
  await expect
    .poll(async () => (await meOf(page)).karma_balance, { timeout: 120_000 })
    .toBe(`10${'0'.repeat(18)}`)
  return username
}

/** Chooses a pair in the form on the page. */
async function choose(page: Page, sneaker: string, size: string): Promise<void> {
  await page.getByLabel('Pair', { exact: true }).first().selectOption(sneaker)
  await page.getByLabel('Size').first().fill(size)
}

async function fill(page: Page, { have, want }: { have: string; want: string }): Promise<void> {
  await page.goto('/me/closet')
  for (const [sneaker, side] of [
    [have, 'I have'],
    [want, 'I want'],
  ] as const) {
    await choose(page, sneaker, '10')
    await page.getByRole('button', { name: side }).click()
    await expect(page.getByRole('region', { name: side }).getByRole('listitem')).toHaveCount(1)
  }
}

const press = (page: Page, name: string | RegExp) => page.getByRole('button', { name }).click()
const isAt = (page: Page, state: string) =>
  expect(page.getByText(state, { exact: true }).first()).toBeVisible({ timeout: 120_000 })

/** The demo's wallet is looked up when the button comes: a press before that is lost. */
async function putUp(page: Page): Promise<void> {
  const bond = page.getByRole('button', { name: /^Put up your bond/ })
  await expect(bond).toBeVisible({ timeout: 120_000 })
  await expect(async () => {
    if (await bond.isVisible()) await bond.click({ timeout: 2_000 })
    await expect(bond).toBeHidden({ timeout: 20_000 })
  }).toPass({ timeout: 240_000 })
}

test('two find each other by their closets, put up bonds by one press each, swap, and have them back', async ({
  open,
  stack,
}) => {
  test.slow()
  const [ann, ben] = [await open(desktop), await open(phone)]
  const [annName, benName] = [await member(stack, ann), await member(stack, ben)]
  const { items } = sneakersShape.parse(await (await ann.request.get('/api/sneakers')).json())
  const [first = '', second = ''] = items.map(({ id }) => id)
  await fill(ann, { have: first, want: second })
  await fill(ben, { have: second, want: first })
  await ann.reload()
  const swap = ann.getByRole('region', { name: 'Who you could trade with' })
  await expect(swap).toContainText(`${annName} gives`)
  await swap.getByRole('link', { name: 'Offer a trade' }).click()
  await expect(ann.getByLabel('With whom')).toHaveValue(benName)
  await choose(ann, first, '10')
  await ann.getByLabel('Pair', { exact: true }).nth(1).selectOption(second)
  await ann.getByLabel('Size').nth(1).fill('10')
  await ann.getByLabel('Bond from each side, karma').fill('5')
  await press(ann, 'Send the offer')
  await isAt(ann, 'Offered')
  await ben.goto(new URL(ann.url()).pathname)
  await press(ben, 'Accept')
  for (const page of [ann, ben]) await putUp(page)
  for (const page of [ann, ben]) await isAt(page, 'Agreed')
  await press(ann, 'I have sent mine')
  await isAt(ben, 'On the way')
  for (const page of [ann, ben]) await press(page, 'I have got theirs')
  for (const page of [ann, ben]) await isAt(page, 'Completed')
  await expectClean(ben, { picture: 'trade' })
  expect((await meOf(ann)).karma_balance).toBe(`10${'0'.repeat(18)}`)
})

test('three agree on a ring by one press each, or on nothing', async ({ open }) => {
  test.slow()
  const pages = [await open(desktop), await open(phone), await open(desktop)] as const
  const [ann, ben, cleo] = pages
  for (const page of pages) await tryIt(page)
  const { items } = sneakersShape.parse(await (await ann.request.get('/api/sneakers')).json())
  // Others than the swap's: what its two have and want is no way around here.
  const [first = '', second = '', third = ''] = items.slice(2).map(({ id }) => id)
  await fill(ann, { have: first, want: third })
  await fill(ben, { have: second, want: first })
  await fill(cleo, { have: third, want: second })
  await ann.reload()
  await ann.getByRole('button', { name: 'Propose the ring' }).click()
  await isAt(ann, 'Waits for all three')
  const path = new URL(ann.url()).pathname
  await ben.goto('/trades')
  await ben
    .getByRole('region', { name: 'Rings of three' })
    .getByRole('link', { name: 'Ring of three' })
    .click()
  await press(ben, 'Join')
  await expect(ann.getByText('✓ in')).toHaveCount(2, { timeout: 120_000 })
  await expectClean(ben, { picture: 'ring' })
  await cleo.goto(path)
  await press(cleo, 'Join')
  for (const page of pages) await isAt(page, 'Agreed')
  await ben.getByRole('link', { name: 'See this trade' }).nth(1).click()
  await isAt(ben, 'Agreed')
  await press(ben, 'I have sent mine')
  await isAt(ben, 'On the way')
  await expect(ben.getByRole('button', { name: 'It went well for me' })).toBeVisible()
  const { username } = await meOf(ben)
  await ann.goto(`/users/${username}`)
  const closet = ann.getByRole('region', { name: 'Closet' })
  await expect(closet).toContainText('Has')
  await expect(closet).toContainText('Looks for')
  await expectClean(ann, { picture: 'profile-closet' })
  await expect(closet.getByRole('link', { name: 'Offer a trade' })).toHaveAttribute(
    'href',
    `/trades/new?with=${username}`,
  )
})
