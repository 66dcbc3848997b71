import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { expect, type Page } from '@playwright/test'
import { connect } from '../../db/client.ts'
import { listTargets } from '../../db/monitor/list.ts'
import { findRunning } from '../../scripts/seed/running.ts'
import { desktop, phone, test } from './support/fixtures.ts'
import { found, isClean, send, standing, trust } from './support/founding.ts'
import { nameOf } from './support/name.ts'
import { tryIt } from './support/sign-in.ts'
import type { Stack } from './support/stack.ts'

const part = (page: Page, name: string) =>
  page.getByRole('navigation', { name: 'Parts of the group' }).getByRole('link', { name }).click()

/** An open group and its owner. */
async function foundOpen(page: Page, stack: Stack, name: string): Promise<void> {
  await tryIt(page)
  await trust(stack, page)
  await found(page, name, 'Open')
  await send(page)
  await expect(standing(page)).toContainText('You own this group.')
}

async function join(page: Page, slug: string): Promise<void> {
  await tryIt(page)
  await page.goto(`/groups/${slug}`)
  await page.getByRole('button', { name: 'Join' }).click()
  await expect(page.getByRole('link', { name: 'Post here' })).toBeVisible()
}

const GUIDE = `# Before dawn
Bring water.

- Stand at the *side* **door**, see [the map](https://maps.example/door)
- Leave the front free

| Size | Fits |
|---|---|
| 9 | runs small |

> Nobody saves places.

<img src=x onerror=alert(1)>`

test('a guide is written by many, keeps what was there, and reads without JavaScript', async ({
  open,
  stack,
}) => {
  const owner = await open(desktop)
  await foundOpen(owner, stack, 'Scribe Cooks')
  await part(owner, 'Guides')
  await expect(owner.getByText('No guide yet')).toBeVisible()
  await owner.getByRole('link', { name: 'Write a guide' }).click()
  await owner.getByLabel('Title').fill('How to queue')
  await owner.getByLabel('Text').fill(GUIDE)
  await isClean(owner, 'desktop-write-guide')
  await owner.getByRole('button', { name: 'Save this version' }).click()
  await expect(owner).toHaveURL(/\/guides\/how-to-queue$/)

  const guest = await open(phone)
  await join(guest, 'scribe-cooks')
  await guest.goto('/groups/scribe-cooks/guides')
  await guest.getByRole('link', { name: /How to queue/ }).click()
  await guest.getByRole('link', { name: 'Edit' }).click()
  await guest.getByLabel('Text').fill(GUIDE.replace('water', 'water and a chair'))
  await guest.getByLabel('What did you change?').fill('A chair')
  await guest.getByRole('button', { name: 'Save this version' }).click()
  await expect(guest.getByText('and a chair.')).toBeVisible()
  await expect(guest.getByRole('heading', { level: 3, name: 'Before dawn' })).toBeVisible()
  await expect(guest.getByRole('link', { name: 'the map (maps.example)' })).toHaveAttribute(
    ...(['rel', 'nofollow ugc noopener'] as const),
  )
  await expect(guest.getByRole('table')).toContainText('runs small')
  // Shown as it was typed, and nothing of it is run or asked for.
  await expect(guest.getByText('<img src=x onerror=alert(1)>')).toBeVisible()
  await expect(guest.locator('article img')).toHaveCount(0)
  await isClean(guest, 'phone-guide')

  await owner.goto('/groups/scribe-cooks/guides/how-to-queue/history')
  await expect(owner.getByRole('listitem').filter({ hasText: 'A chair' })).toContainText(await nameOf(guest))
  await isClean(owner, 'desktop-guide-history')
  await owner.getByRole('link', { name: 'What changed in version 2' }).click()
  const changes = owner.getByRole('region', { name: 'What changed' }).getByRole('listitem')
  await expect(changes.filter({ hasText: 'Taken out' })).toContainText('Bring water.')
  await expect(changes.filter({ hasText: 'Written in' })).toContainText('Bring water and a chair.')
  await isClean(owner, 'desktop-guide-changes')
  await owner.getByRole('link', { name: 'Version 1: How to queue' }).click()
  await expect(owner.getByText('This is an older version.')).toBeVisible()
  await owner.getByRole('button', { name: 'Bring it back' }).click()
  await expect(owner).toHaveURL(/\/guides\/how-to-queue$/)
  await expect(owner.getByText('and a chair.')).toHaveCount(0)

  const reader = await open({ ...phone, javaScriptEnabled: false })
  await reader.goto('/groups/scribe-cooks/guides')
  await reader.getByRole('link', { name: /How to queue/ }).click()
  await expect(reader.getByText('Bring water.')).toBeVisible()
  await reader.getByRole('link', { name: 'History' }).click()
  await reader.getByLabel('From version').fill('2')
  await reader.getByRole('button', { name: 'Compare' }).click()
  await expect(reader.getByText('Taken out: Bring water and a chair.')).toBeVisible()
  await guest.goto(reader.url())
  await isClean(guest, 'phone-guide-changes')
})

test('wins and losses are counted per shop, and read without JavaScript', async ({ open, stack }) => {
  const owner = await open(phone)
  await foundOpen(owner, stack, 'Tally Cooks')
  await part(owner, 'Results')
  await expect(owner.getByText('No result in this time yet')).toBeVisible()
  for (const outcome of ['Win', 'Loss']) {
    await owner.getByLabel('What came of it').selectOption({ label: outcome })
    await owner.getByLabel('Shop', { exact: true }).selectOption({ index: 1 })
    await owner.getByRole('button', { name: 'Put it on the board' }).click()
    await expect(owner.getByLabel('Shop', { exact: true })).toHaveValue('')
  }
  await expect(owner.getByRole('table')).toContainText('50%')
  await isClean(owner, 'phone-results')
  const reader = await open({ ...desktop, javaScriptEnabled: false })
  await reader.goto('/groups/tally-cooks/results')
  await expect(reader.getByRole('table')).toContainText('50%')
})

/** A Discord of our own: what was posted to it. */
async function startDiscord() {
  const said: string[] = []
  const server = createServer((request, response) => {
    const parts: Buffer[] = []
    request.on('data', (bytes: Buffer) => parts.push(bytes))
    request.on('end', () => {
      said.push(Buffer.concat(parts).toString())
      response.writeHead(204).end()
    })
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.address() as AddressInfo
  return { url: `http://127.0.0.1:${port}/api/webhooks/1/secret`, said, close: () => server.close() }
}

test('a call reaches who reads the page, and Discord over the bridge', async ({ open, stack }) => {
  const discord = await startDiscord()
  try {
    const owner = await open(desktop)
    await foundOpen(owner, stack, 'Beacon Cooks')
    await part(owner, 'Manage')
    await owner.getByLabel('Webhook of the Discord channel').fill(discord.url)
    await owner.getByLabel('What to call it').fill('Our server')
    await owner.getByRole('button', { name: 'Build the bridge' }).click()
    await owner.getByRole('button', { name: 'Test', exact: true }).click()
    await expect(owner.getByText('It took the test alert.')).toBeVisible()
    await isClean(owner, 'desktop-bridges')

    const guest = await open(phone)
    await join(guest, 'beacon-cooks')
    await part(guest, 'Alerts')
    await expect(guest.getByText('Nothing was called out yet')).toBeVisible()
    await part(owner, 'Alerts')
    await owner.getByLabel('What everybody is to know now').fill('Back door on Fifth, now.')
    await owner.getByRole('button', { name: 'Call out' }).click()
    // Nobody reloads anything.
    await expect(guest.getByText('Back door on Fifth, now.')).toBeVisible()
    await isClean(guest, 'phone-group-alerts')
    await expect.poll(() => discord.said.some((text) => text.includes('Back door on Fifth'))).toBe(true)
    await guest.getByRole('button', { name: 'Tell me no more' }).click()
    await expect(guest.getByText('You are not told of them.')).toBeVisible()
  } finally {
    discord.close()
  }
})

/** A page that operators watch. */
async function watchedPage(stack: Stack) {
  const sql = connect(findRunning(stack.data).appUrl, { name: 'e2e', max: 1 })
  try {
    const [target] = await listTargets(sql)
    if (!target) throw new Error('the demo watches its shop')
    return target
  } finally {
    await sql.end()
  }
}

test('a shared monitor shows what it sees, and is stopped by who shared it', async ({ open, stack }) => {
  const owner = await open(desktop)
  await foundOpen(owner, stack, 'Lookout Cooks')
  await part(owner, 'Alerts')
  const { url, sneaker_id, store_id } = await watchedPage(stack)
  await owner.getByLabel('Address of the product’s page').fill(url)
  await owner.getByLabel('Pair', { exact: true }).selectOption(sneaker_id)
  await owner.getByLabel('Shop', { exact: true }).selectOption(store_id)
  await owner.getByRole('button', { name: 'Watch it together' }).click()
  const monitors = owner.getByRole('region', { name: 'Shared monitors' })
  await expect(monitors.getByRole('link')).toHaveAttribute('href', url)
  await expect(monitors).toContainText('Looked')
  await isClean(owner, 'desktop-monitors')
  await monitors.getByRole('button', { name: 'Stop' }).click()
  await expect(monitors).toContainText('The group watches nothing yet')
})
