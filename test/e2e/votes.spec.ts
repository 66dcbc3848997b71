import { expect, type Page } from '@playwright/test'
import { createTestClient, http } from 'viem'
import { z } from 'zod'
import { expectClean } from './support/axe.ts'
import { earn } from './support/earn.ts'
import { desktop, phone, test } from './support/fixtures.ts'
import { cardOf, writePost } from './support/post.ts'
import { tryIt } from './support/sign-in.ts'
import type { Stack } from './support/stack.ts'

// A vote changes the product for everyone, and the chain's clock is set forward: this SNPD is of this file alone.
test.use({ settings: { RECONCILE_SECONDS: '4' } })

const yours = (page: Page) => page.getByRole('region', { name: 'Your vote here' })
const tally = (page: Page) => page.getByRole('region', { name: 'How it stands' })
const who = (page: Page) => page.getByRole('region', { name: 'Who voted' })

async function myWallet(page: Page): Promise<string> {
  const { wallets } = z
    .object({ wallets: z.array(z.string()) })
    .parse(await (await page.request.get('/api/me')).json())
  return wallets[0] ?? ''
}

/** A member who earned so much, with the vote switched on. */
async function voter(page: Page, stack: Stack, earned: number): Promise<void> {
  await tryIt(page)
  await earn(stack, await myWallet(page), earned)
  await page.goto('/passes')
  const vote = page.getByRole('region', { name: 'Your vote' })
  await expect(vote).toContainText(`${earned} karma`)
  await vote.getByRole('button', { name: 'Switch my vote on' }).click()
  await expect(vote.getByText('On', { exact: true })).toBeVisible()
}

/** The chain's clock goes on, without waiting for it. */
async function later(stack: Stack, seconds: number): Promise<void> {
  const chain = createTestClient({ mode: 'anvil', transport: http(stack.rpcUrl) })
  await chain.increaseTime({ seconds })
  await chain.mine({ blocks: 1 })
}

type Wish = { what: string; words: string; title: string; why: string }

/** Proposes to switch something off; ends when the proposal is on chain and open. */
async function proposeOff(page: Page, stack: Stack, { what, words, title, why }: Wish): Promise<void> {
  await page.goto('/votes/new')
  await page.getByLabel('What should change?').selectOption({ label: what })
  await page.getByLabel('New value').selectOption({ label: 'Off' })
  await expect(page.getByText(words)).toBeVisible()
  await page.getByLabel('Title').fill(title)
  await page.getByLabel('Why?').fill(why)
  await expectClean(page, { picture: 'votes-new' })
  await page.getByRole('button', { name: 'Propose it' }).click()
  await expect(page.getByRole('list', { name: 'On its way' })).toContainText(/Your proposal.*Done, on chain/s)
  await later(stack, 10)
}

async function openVote(page: Page, title: string): Promise<void> {
  await page.goto('/votes')
  await page.getByRole('link', { name: title }).click()
  await expect(yours(page)).toContainText('Your vote counts here.')
}

async function castVote(page: Page, side: 'For' | 'Against', reason = ''): Promise<void> {
  await yours(page).getByLabel('Say why, if you like').fill(reason)
  await yours(page).getByRole('button', { name: side, exact: true }).click()
  await expect(yours(page)).toContainText('You voted.')
}

/** From the close of a vote that was won until it is in force: the keeper's work. */
async function untilInForce(page: Page, stack: Stack): Promise<void> {
  await later(stack, 130)
  await expect(page.getByText('Won, waits')).toBeVisible({ timeout: 120_000 })
  await later(stack, 20)
  await expect(page.getByText('In force', { exact: true })).toBeVisible({ timeout: 120_000 })
}

test('two members propose, vote and see the product change, and a third is told why not', async ({
  open,
  stack,
}) => {
  test.setTimeout(800_000)
  const [ana, ben] = [await open(desktop), await open(phone)]
  await voter(ana, stack, 60)
  await voter(ben, stack, 40)
  await proposeOff(ana, stack, {
    ...{ what: 'Leaderboards', words: 'Leaderboards: off instead of on.' },
    ...{ title: 'No more boards', why: 'We are not here to compete.' },
  })

  const eve = await open(phone)
  await tryIt(eve)
  await eve.goto('/votes')
  await eve.getByRole('link', { name: 'No more boards' }).click()
  await expect(yours(eve)).toContainText('this wallet has earned none')

  for (const [page, side] of [
    [ana, 'For'],
    [ben, 'Against'],
  ] as const) {
    await openVote(page, 'No more boards')
    await expectClean(page, { picture: `vote-open-${side.toLowerCase()}` })
    await castVote(page, side, side === 'For' ? '' : 'I like to see who keeps the corner informed.')
  }
  // The third page heard of both without being touched.
  await expect(tally(eve)).toContainText('2 votes')
  await expect(tally(eve)).toContainText('60 karma')
  await expect(who(eve)).toContainText('I like to see who keeps the corner informed.')

  await untilInForce(ana, stack)
  await expect(ana.getByText('Holds to this day.')).toBeVisible()
  await expectClean(ana, { picture: 'vote-in-force' })
  await eve.goto('/karma/leaderboard')
  await expect(eve.getByText('Leaderboards: members voted this off.')).toBeVisible()
})

test('once members voted it off, nobody is offered to post or to answer without a name', async ({
  open,
  stack,
}) => {
  test.setTimeout(800_000)
  const [cleo, dan] = [await open(phone), await open(desktop)]
  await voter(cleo, stack, 80)
  await tryIt(dan)
  const choice = dan.getByLabel('Without my name')
  const writing = async (path: string) => {
    await dan.goto(path)
    await expect(dan.getByRole('textbox').first()).toBeVisible()
  }
  await writePost(dan, { kind: 'Intel', text: 'By the till', anonymous: true })
  const thread = new URL(dan.url()).pathname

  await proposeOff(cleo, stack, {
    ...{ what: 'Posts without a name', words: 'Posts without a name: off instead of on.' },
    ...{ title: 'Under our names', why: 'Whoever says it stands by it.' },
  })
  await openVote(cleo, 'Under our names')
  await castVote(cleo, 'For')
  await writing('/posts/new')
  await expect(choice).toBeVisible()

  await untilInForce(cleo, stack)
  await expectClean(cleo, { picture: 'vote-in-force-anonymous' })
  for (const path of ['/posts/new', thread]) {
    await writing(path)
    await expect(choice).toHaveCount(0)
  }
  await expectClean(dan, { picture: 'thread-under-names' })
  // What was said before stays, and stays nobody's.
  await expect(cardOf(dan, 'By the till')).toBeVisible()
})
