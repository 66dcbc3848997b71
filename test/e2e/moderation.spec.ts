import { expect, type Page } from '@playwright/test'
import { expectClean } from './support/axe.ts'
import { desktop, phone, test } from './support/fixtures.ts'
import { withSql } from './support/ledger.ts'
import { nameOf } from './support/name.ts'
import { writePost } from './support/post.ts'
import { tryIt } from './support/sign-in.ts'
import type { Stack } from './support/stack.ts'

const part = (page: Page, name: string) => page.getByRole('region', { name, exact: true })
const WORDS = 'Umbrella pairs, half the price, write to me'

/** A member of the demo whom the community made a moderator. */
async function moderator(stack: Stack, page: Page): Promise<string> {
  await tryIt(page)
  const name = await nameOf(page)
  await withSql(stack, (sql) => sql`update app.member set role = 'moderator' where username = ${name}`)
  await page.goto('/moderation')
  return name
}

test('a reported post is taken down with a strike, its author appeals, and another moderator puts it back', async ({
  open,
  stack,
}) => {
  const author = await open(phone)
  await tryIt(author)
  const name = await nameOf(author)
  await writePost(author, { kind: 'Intel', text: WORDS })
  const post = author.url()
  const reader = await open(phone)
  await tryIt(reader)
  await reader.goto('/moderation')
  await expect(reader.getByText('For moderators')).toBeVisible()
  await reader.goto(post)
  const card = reader.getByRole('article').filter({ hasText: WORDS })
  await card.getByText('Report or mute').click()
  await card.getByLabel('What is wrong with it?').selectOption('scam')
  await card.getByRole('button', { name: 'Report', exact: true }).click()
  await expect(card.getByText('✓ A moderator will look at it.')).toBeVisible()

  const first = await open(desktop)
  const judge = await moderator(stack, first)
  const found = part(first, 'Queue').getByRole('listitem').filter({ hasText: WORDS })
  await expect(found).toContainText(`Reported: post by ${name}`)
  await expect(found).toContainText('A scam or fakes')
  await found.getByRole('button', { name: 'Take it' }).click()
  await found.getByLabel('Why you decide so').fill('Offers that lead to no pair')
  await expectClean(first, { picture: 'moderation' })
  await found.getByRole('button', { name: 'Take down, with a strike' }).click()
  await expect(found).toHaveCount(0)

  await author.goto('/me/conduct')
  const taken = part(author, 'Taken down').getByRole('listitem').filter({ hasText: WORDS })
  await expect(taken).toContainText('A scam or fakes: Offers that lead to no pair')
  await expect(author.getByText('You can write. Strikes against you: 1.')).toBeVisible()
  await taken.getByText('Appeal', { exact: true }).click()
  await taken.getByLabel('Why it was wrong').fill('I have the receipt of each')
  await taken.getByRole('button', { name: 'Send the appeal' }).click()
  await expect(taken).toContainText('appeal open')
  await expectClean(author, { picture: 'conduct' })

  await first.reload()
  const own = part(first, 'Appeals').getByRole('listitem').filter({ hasText: WORDS })
  await expect(own).toContainText('another moderator decides')
  const second = await open(desktop)
  await moderator(stack, second)
  const appeal = part(second, 'Appeals').getByRole('listitem').filter({ hasText: WORDS })
  await appeal.getByLabel('Why you decide so').fill('The receipts are genuine')
  await appeal.getByRole('button', { name: 'Grant: undo it' }).click()
  await expect(appeal).toHaveCount(0)

  await author.reload()
  await expect(taken).toContainText('its strike was lifted')
  await author.goto(post)
  await expect(author.getByRole('article').filter({ hasText: WORDS })).toBeVisible()

  const anyone = await open({ ...phone, javaScriptEnabled: false })
  await anyone.goto('/moderation/log')
  const log = anyone.getByRole('list', { name: 'Log' })
  await expect(log).toContainText('A post was taken down: a scam or fakes')
  await expect(log).toContainText('Offers that lead to no pair')
  await expect(log).toContainText('An appeal was right: it was undone')
  await expect(log).toContainText(judge)
  await expect(log).not.toContainText(name)
  await expect(log).not.toContainText('Umbrella')
})

test('a moderator mutes a member who is told how long, and filters what nobody may write', async ({
  open,
  stack,
}) => {
  const loud = await open(phone)
  await tryIt(loud)
  const name = await nameOf(loud)
  const page = await open(desktop)
  await moderator(stack, page)
  const members = part(page, 'Members')
  await members.getByLabel('Username').fill(name)
  await members.getByRole('button', { name: 'Look up' }).click()
  await members.getByLabel('Note', { exact: true }).fill('Loud since this morning')
  await members.getByRole('button', { name: 'Leave the note' }).click()
  await expect(members.getByRole('list', { name: 'Notes' })).toContainText('Loud since this morning')
  await members.getByLabel('Why', { exact: true }).fill('Shouting at everyone')
  await members.getByRole('button', { name: 'Mute', exact: true }).click()
  await expect(members.getByText(/^Muted; over/)).toBeVisible()
  await loud.goto('/me/conduct')
  await expect(loud.getByText(/^You are muted: you can read/)).toBeVisible()
  await expect(part(loud, 'Mutes')).toContainText('Shouting at everyone')

  await members.getByRole('button', { name: `Let ${name} speak` }).click()
  await expect(members.getByRole('button', { name: 'Mute', exact: true })).toBeVisible()
  const filters = part(page, 'Filters')
  await filters.getByLabel('Pattern').fill('gyrfalcon')
  await filters.getByRole('button', { name: 'Add' }).click()
  await expect(filters.getByRole('list', { name: 'Filters' })).toContainText('gyrfalcon')
  await expectClean(page, { picture: 'moderation-members' })
})
