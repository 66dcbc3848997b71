import { expect } from '@playwright/test'
import { uuidv7 } from '../../core/id.ts'
import { earn } from './support/earn.ts'
import { desktop, phone, test } from './support/fixtures.ts'
import { found, isClean, meOf, send, standing, trust } from './support/founding.ts'
import { nameOf } from './support/name.ts'
import { tryIt } from './support/sign-in.ts'

test('a gate refuses with what is missing, and opens on the page with the block that brings it', async ({
  open,
  stack,
}) => {
  const owner = await open(desktop)
  await tryIt(owner)
  await trust(stack, owner)
  await found(owner, 'Gatehouse Cooks', 'Gated')
  await owner.getByLabel('What it asks for').fill('held 5 or pass 1')
  await owner.getByRole('button', { name: 'Try it' }).click()
  await expect(owner.getByText('5 karma held or a pass of tier 1 or higher')).toBeVisible()
  await isClean(owner, 'desktop-found')
  await send(owner)
  await expect(owner).toHaveURL(/\/groups\/gatehouse-cooks$/)
  await expect(standing(owner)).toContainText('You own this group.')

  const guest = await open(phone)
  await tryIt(guest)
  await guest.goto('/groups')
  await guest.getByRole('link', { name: 'Gatehouse Cooks' }).click()
  await expect(standing(guest)).toContainText(
    'either hold 5 karma more (you hold 0 of 5), or get a pass of tier 1',
  )
  await expect(guest.getByRole('button', { name: 'Join' })).toHaveCount(0)
  await isClean(guest, 'phone-refused')
  await earn(stack, (await meOf(guest)).wallet, 5)
  // Nobody reloads anything: the block's news does.
  await guest.getByRole('button', { name: 'Join' }).click({ timeout: 120_000 })
  await expect(guest.getByRole('link', { name: 'Post here' })).toBeVisible()
  await guest.getByRole('link', { name: 'Members' }).click()
  await expect(guest.getByRole('listitem').filter({ hasText: await nameOf(owner) })).toContainText('Owner')
  await isClean(guest, 'phone-members')
})

test('an invite link brings somebody in, who posts there and is removed with a reason', async ({
  open,
  stack,
}) => {
  const owner = await open(phone)
  await tryIt(owner)
  await trust(stack, owner)
  await found(owner, 'Cellar Cooks', 'By invite')
  await send(owner)
  await owner.getByRole('link', { name: 'Manage' }).click()
  await owner.getByRole('button', { name: 'Make a link' }).click()
  const link = await owner.getByLabel('The link').inputValue()
  await isClean(owner, 'phone-manage')

  const guest = await open(desktop)
  await tryIt(guest)
  expect((await guest.goto('/groups/cellar-cooks'))?.status()).toBe(404)
  await guest.goto(link)
  await expect(guest.getByRole('heading', { name: 'Cellar Cooks' })).toBeVisible()
  await isClean(guest, 'desktop-invite')
  await guest.getByRole('button', { name: 'Join the group' }).click()
  await expect(guest).toHaveURL(/\/groups\/cellar-cooks$/)
  await owner.goto('/groups/cellar-cooks')
  await expect(owner.getByText('Quiet out here')).toBeVisible()
  await guest.getByRole('link', { name: 'Post here' }).click()
  await guest.getByRole('radio', { name: 'Intel', exact: true }).check()
  const words = `Side door at six ${uuidv7().slice(-6)}`
  await guest.getByLabel('What happened?').fill(words)
  await guest.getByRole('button', { name: 'Post it' }).click()
  await expect(guest).toHaveURL(/\/posts\/[0-9a-f-]{36}$/)
  await owner.getByRole('button', { name: 'Show 1 new post' }).click()
  await expect(owner.getByText(words)).toBeVisible()
  // What is said in the cellar stays there.
  const stranger = await open(desktop)
  await stranger.goto('/')
  await expect(stranger.getByText(words)).toHaveCount(0)

  await owner.getByRole('link', { name: 'Members' }).click()
  const row = owner.getByRole('listitem').filter({ hasText: await nameOf(guest) })
  await row.getByText('Manage').click()
  await row.getByLabel('Why').fill('Sold our list to a reseller')
  await guest.goto('/groups/cellar-cooks/members')
  await row.getByRole('button', { name: 'Remove', exact: true }).click()
  await expect(row).toHaveCount(0)
  await guest.reload()
  await expect(guest.getByRole('heading', { level: 1 })).not.toContainText('Cellar Cooks')
})

test('an open group reads without JavaScript', async ({ open, stack }) => {
  const owner = await open(desktop)
  await tryIt(owner)
  await trust(stack, owner)
  await found(owner, 'Window Cooks', 'Open')
  await send(owner)
  await expect(standing(owner)).toContainText('You own this group.')
  const reader = await open({ ...phone, javaScriptEnabled: false })
  await reader.goto('/groups')
  await reader.getByRole('link', { name: 'Window Cooks' }).click()
  await expect(reader.getByText('Back doors, honest sizes')).toBeVisible()
  await reader.getByRole('link', { name: 'Members' }).click()
  await expect(reader.getByText(await nameOf(owner))).toBeVisible()
  await reader.getByRole('link', { name: 'Leaders' }).click()
  await expect(reader.getByRole('heading', { name: 'Leaders' })).toBeVisible()
})
