import { expect, type Page } from '@playwright/test'
import { z } from 'zod'
import { karma } from '../../core/karma/amount.ts'
import { planRaffle } from '../../db/raffles/plan.ts'
import { classic } from '../fixtures/draws/plain.ts'
import { startDraw } from '../fixtures/draws/server.ts'
import { expectClean } from './support/axe.ts'
import { earn } from './support/earn.ts'
import { desktop, phone, test } from './support/fixtures.ts'
import { withSql } from './support/ledger.ts'
import { nameOf } from './support/name.ts'
import { tryIt } from './support/sign-in.ts'
import type { Stack } from './support/stack.ts'

/** Seconds that a raffle whose draw is waited for takes entries. The local chain's margin, a minute, comes on top. */
const OPEN = 40
/** Of one that only has to be open. */
const LONG = 600

async function myWallet(page: Page): Promise<string> {
  const { wallets } = z
    .object({ wallets: z.array(z.string()) })
    .parse(await (await page.request.get('/api/me')).json())
  return wallets[0] ?? ''
}

/** Signed in, with karma. */
async function member(stack: Stack, page: Page): Promise<string> {
  await tryIt(page)
  await earn(stack, await myWallet(page), 20)
  return nameOf(page)
}

const makeAdmin = (stack: Stack, name: string) =>
  withSql(stack, (sql) => sql`update app.member set role = 'admin' where username = ${name}`)

/** Described as the form does, but for less time than its minutes allow. */
async function putUp(stack: Stack, title: string, seconds: number): Promise<void> {
  const closesAt = new Date(Date.now() + seconds * 1000)
  const input = {
    ...{ title, text: 'For everyone who reports.', prizes: [{ title: 'The pair', count: 1 }], tier: 0 },
    ...{ price: String(karma(5)), closes_at: closesAt.toISOString() },
  }
  await withSql(stack, async (sql) => {
    const [any] = await sql<{ id: string }[]>`select id from app.member where deleted_at is null limit 1`
    const now = new Date(Math.min(Date.now(), closesAt.getTime() - 90_000))
    await planRaffle(sql, { memberId: any?.id ?? '', input, now })
  })
}

async function openRaffle(page: Page, title: string): Promise<void> {
  await page.goto('/raffles')
  await page.getByRole('link', { name: new RegExp(title) }).click()
  await expect(page.getByRole('heading', { level: 1, name: title })).toBeVisible()
}

test('two members enter by one press each, the beacon draws, the winner claims and gets the prize, and a browser checks the draw', async ({
  open,
  stack,
}) => {
  test.setTimeout(800_000)
  const [ana, ben] = [await open(phone), await open(desktop)]
  await member(stack, ana)
  await member(stack, ben)
  await putUp(stack, 'Harbour pair', OPEN)
  const enter = async (page: Page) => {
    await openRaffle(page, 'Harbour pair')
    await expect(page.getByRole('region', { name: 'Who draws' })).toContainText(
      /Round \d+ of a public beacon/,
    )
    await page.getByRole('button', { name: 'Enter for 5 karma' }).click()
    await expect(page.getByText('You are in. Everyone has one ticket.')).toBeVisible()
  }
  // Both at once: it does not stay open for long.
  await Promise.all([enter(ana), enter(ben)])
  await expectClean(ana, { picture: 'raffle' })
  await expect(ana.getByText('1 in 2')).toBeVisible()

  // Nobody reloads: the draw comes to the open pages.
  const won = (page: Page) => page.getByRole('heading', { name: 'You won' })
  await expect(won(ana).or(ana.getByText('Not this time'))).toBeVisible({ timeout: 180_000 })
  const [winner, other] = (await won(ana).isVisible()) ? [ana, ben] : [ben, ana]
  await expect(other.getByText('Not this time')).toBeVisible()
  await expect(won(other)).toHaveCount(0)

  await winner.getByRole('link', { name: 'Check the draw yourself' }).click()
  await expect(winner.getByText('Your browser verified the signature and drew again.')).toBeVisible()
  await expect(winner.getByText('another beacon than drand')).toBeVisible()
  await expectClean(winner, { picture: 'raffle-proof' })

  await winner.goBack()
  await winner.getByRole('button', { name: 'Claim it' }).click()
  await expect(winner.getByText('Claimed', { exact: true })).toBeVisible()
  await winner.getByRole('link', { name: 'Keep an address' }).click()
  for (const [label, value] of [
    ['Full name', 'Kim Doe'],
    ['Street', '2 Side'],
    ['City', 'Troy'],
    ['State', 'NY'],
    ['ZIP code', '12180'],
  ] as const)
    await winner.getByLabel(label).fill(value)
  await winner.getByRole('button', { name: 'Save address' }).click()
  await expect(winner.getByText('Saved')).toBeVisible()
  await openRaffle(winner, 'Harbour pair')
  await winner.getByRole('button', { name: 'Send it there' }).click()
  await expect(winner.getByText('Whoever sends it has your address now.')).toBeVisible()

  const operator = await open(desktop)
  await makeAdmin(stack, await member(stack, operator))
  await operator.goto('/raffles/manage')
  const plan = operator.getByRole('listitem').filter({ hasText: 'Harbour pair' })
  await plan.getByRole('button', { name: 'Send the prizes' }).click()
  await expect(plan).toContainText('Kim Doe, 2 Side, Troy')
  await plan.getByLabel('Parcel number').fill('1Z 999')
  await plan.getByRole('button', { name: 'It left' }).click()
  await expect(winner.getByText('Parcel: 1Z 999')).toBeVisible()
  await winner.getByRole('button', { name: 'It arrived' }).click()
  await expect(winner.getByText('With you')).toBeVisible()
})

test('an admin opens a raffle and calls it off: the member’s karma comes back by itself', async ({
  open,
  stack,
}) => {
  test.setTimeout(800_000)
  const [operator, ana] = [await open(desktop), await open(phone)]
  await makeAdmin(stack, await member(stack, operator))
  await member(stack, ana)
  await operator.goto('/raffles/manage')
  await operator.getByLabel('Title').fill('Short-lived')
  await operator.getByLabel('Prize 1').fill('A pair')
  const tomorrow = new Date(Date.now() + 86_400_000).toISOString().slice(0, 16)
  await operator.getByLabel('Closes').fill(tomorrow)
  await operator.getByRole('button', { name: 'Open the raffle' }).click()
  const plan = operator.getByRole('listitem').filter({ hasText: 'Short-lived' })
  await expect(plan).toContainText('Open')
  await expectClean(operator, { picture: 'raffle-manage' })
  await openRaffle(ana, 'Short-lived')
  await ana.getByRole('button', { name: 'Enter for 5 karma' }).click()
  await expect(ana.getByText('You are in. Everyone has one ticket.')).toBeVisible()
  await plan.getByRole('button', { name: 'Call it off' }).click()
  await plan.getByRole('button', { name: 'Call it off for good' }).click()
  await expect(ana.getByText('It was called off while it was open.')).toBeVisible()
  await expect(ana.getByText('Your ticket’s karma is back.')).toBeVisible()
})

test('who is not signed in sees odds and round, and the way in; without karma it says what is missing', async ({
  open,
  stack,
}) => {
  await putUp(stack, 'Window pair', LONG)
  const page = await open(phone)
  await openRaffle(page, 'Window pair')
  await expect(page.getByText('certain')).toBeVisible()
  await expect(page.getByRole('link', { name: 'Sign in to enter' })).toBeVisible()
  const poor = await open(phone)
  await tryIt(poor)
  await openRaffle(poor, 'Window pair')
  await expect(poor.getByText('Earn 5 more first')).toBeVisible()
  await expectClean(poor, { picture: 'raffle-poor' })
})

test('a shop’s own draw is entered by the workers, once: asking again says so', async ({ open, stack }) => {
  test.setTimeout(800_000)
  const draw = await startDraw(classic)
  try {
    const page = await open(phone)
    await tryIt(page)
    const name = await nameOf(page)
    await withSql(
      stack,
      (sql) => sql`update app.member set email = 'kim@example.org' where username = ${name}`,
    )
    await page.goto('/raffles/shops')
    const ask = async () => {
      for (const [label, value] of [
        ['The draw’s page', draw.url],
        ['First name', 'Kim'],
        ['Last name', 'Rivera'],
        ['Size', '10'],
        ['Store to pick up at', 'Pearl District'],
      ] as const)
        await page.getByLabel(label).fill(value)
      await page.getByRole('button', { name: 'Enter it for me' }).click()
    }
    await ask()
    const entry = page.getByRole('list', { name: 'Draws of shops' }).getByRole('listitem')
    await expect(entry).toContainText('You are in', { timeout: 150_000 })
    await ask()
    await expect(page.getByText('You are in this draw, or an entry of yours is being sent.')).toBeVisible()
    await expectClean(page, { picture: 'raffle-shops' })
    expect([draw.state.entries.length, draw.state.violations]).toEqual([1, []])
  } finally {
    await draw.close()
  }
})
