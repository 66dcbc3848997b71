import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { expect, type Page } from '@playwright/test'
import { expectClean } from './support/axe.ts'
import { phone, test } from './support/fixtures.ts'
import { tryIt } from './support/sign-in.ts'
import { quiet } from './support/whole.ts'

const servers: Server[] = []
test.afterEach(() => {
  for (const server of servers.splice(0)) server.close()
})

/** A webhook's end, which answers so. */
async function startHook(status: () => number): Promise<string> {
  const server = createServer((request, response) => {
    request.resume()
    response.writeHead(status()).end()
  })
  servers.push(server)
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}/hook`
}

async function settings(page: Page): Promise<void> {
  await tryIt(page)
  await page.goto('/me/notifications')
  await quiet(page)
}

test('a webhook is added with its secret, and a test says what happened', async ({ open }) => {
  let status = 204
  const url = await startHook(() => status)
  const page = await open(phone)
  await settings(page)
  await page.getByLabel('Name', { exact: true }).fill('My bot')
  await page.getByLabel('Address').fill(url)
  await page.getByRole('button', { name: 'Add it' }).click()
  await expect(page.getByText(/^whsec_/)).toBeVisible()
  const row = page.getByRole('list', { name: 'Where alerts go' }).getByRole('listitem')
  await expect(row).toContainText('My bot')
  await row.getByRole('button', { name: 'Send a test alert to My bot' }).click()
  await expect(row.getByRole('status')).toContainText('✓')
  status = 500
  await row.getByRole('button', { name: 'Send a test alert to My bot' }).click()
  await expect(row.getByRole('status')).toContainText('✕')
  await expectClean(page, { picture: 'notifications' })
  await row.getByRole('button', { name: 'Remove My bot' }).click()
  await expect(row).toHaveCount(0)
})

test('push says why it cannot work, and what would make it work', async ({ open }) => {
  const page = await open(phone)
  await settings(page)
  const push = page.getByRole('region', { name: 'This browser' })
  await expect(push).toContainText('Cannot work here: You told this browser')
  await expect(push).toContainText("Allow them in the browser's settings")
})

test('around me is followed by cells: where one stands never leaves the browser', async ({ open }) => {
  const here = { latitude: 40.719512, longitude: -73.961287 }
  const page = await open({ ...phone, geolocation: here, permissions: ['geolocation'] })
  await settings(page)
  const sent: string[] = []
  page.on('request', (request) => sent.push(`${request.url()} ${request.postData() ?? ''}`))
  const follows = page.getByRole('region', { name: 'What you follow' })
  await follows.getByLabel('Size, US').fill('10')
  await follows.getByLabel('Where').selectOption('Around me now')
  await follows.getByLabel('How far').selectOption('10 km')
  await follows.getByRole('button', { name: 'Follow', exact: true }).click()
  const row = follows.getByRole('list', { name: 'What you follow' }).getByRole('listitem')
  await expect(row).toContainText('Every pair, in size 10, near a place you chose')
  await expect(row).toContainText('10 km around, nearest shop Corner, Brooklyn')
  const asked = sent.find((text) => text.includes('/me/follows {'))
  expect(JSON.parse(asked?.slice(asked.indexOf('{')) ?? '{}')).toEqual({
    size: '10',
    cells: expect.arrayContaining([expect.stringMatching(/^87[0-9a-f]{13}$/)]),
  })
  for (const text of sent) expect(text).not.toMatch(/40\.7|73\.9/)
  await row.getByRole('button', { name: /^Stop following/ }).click()
  await expect(row).toHaveCount(0)
})

test('following everything at once is refused, with what to choose', async ({ open }) => {
  const page = await open(phone)
  await settings(page)
  await page.getByRole('button', { name: 'Follow', exact: true }).click()
  const refused = page.getByRole('alert').filter({ hasText: 'That would be every restock there is.' })
  await expect(refused).toContainText('Choose a pair, a size, a shop or a place.')
})
