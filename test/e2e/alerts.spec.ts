import { expect, type Page } from '@playwright/test'
import { expectClean } from './support/axe.ts'
import { desktop, phone, test } from './support/fixtures.ts'
import { reportRestock } from './support/report.ts'
import { tryIt } from './support/sign-in.ts'
import { openWatched, type Watched } from './support/watched.ts'
import { quiet } from './support/whole.ts'

const opened: Watched[] = []
test.afterEach(async () => {
  await Promise.all(opened.splice(0).map(({ shop }) => shop.close()))
})

async function watched(stack: Parameters<typeof openWatched>[0], name: string): Promise<Watched> {
  const one = await openWatched(stack, name)
  opened.push(one)
  return one
}

const cards = (page: Page, store: string) =>
  page.getByRole('listitem').filter({ hasText: `${store}, online` })
const cell = (page: Page, size: string, store: string) =>
  page.getByRole('button', { name: new RegExp(`^US ${size} at ${store}:`) })

/** The first look is a baseline: a change counts after it. */
async function untilSeen(page: Page, { sneakerId, storeName }: Watched): Promise<void> {
  await page.goto(`/sneakers/${sneakerId}`)
  await expect(cell(page, '9', storeName)).toHaveAccessibleName(/sold out/, { timeout: 120_000 })
}

test('what a shop puts back is on the screen of who looks, with how long it took, and is told as gone', async ({
  open,
  stack,
}) => {
  const one = await watched(stack, 'Lock Street')
  const [pair, list, other] = [await open(desktop), await open(phone), await open(phone)]
  await untilSeen(pair, one)
  await list.goto(`/restocks?store=${one.storeId}`)
  await other.goto(`/restocks?store=${one.storeId}&size=8`)
  await expect(list.getByText('None like this')).toBeVisible()
  await quiet(list)
  one.shop.set(0, { '9.5': 'in' })
  const card = cards(list, 'Lock Street')
  await expect(card).toContainText('At the shop now')
  await expect(card).toContainText(/with you [\d.]+ m?s after the shop was asked/)
  await expect(card).toContainText(/\d+ % sure/)
  await expect(card).toContainText('9.5')
  await expect(cell(pair, '9.5', 'Lock Street')).toHaveAccessibleName(/in stock, \$150\.00/)
  await cell(pair, '9.5', 'Lock Street').press('Enter')
  await expect(pair.getByText(/^Read on its page: /).first()).toBeVisible()
  await expect(pair.getByText(/seen (\d+ s ago|just now)/).first()).toBeVisible()
  await expect(other.getByText('None like this')).toBeVisible()
  await expectClean(pair, { picture: 'alerts-pair' })
  await expectClean(list, { picture: 'alerts-restocks' })
  one.shop.set(0, { '9.5': 'out' })
  await expect(card).toContainText('Gone')
  await expect(cell(pair, '9.5', 'Lock Street')).toHaveAccessibleName(/sold out/)
  await list.goto(`/restocks?store=${one.storeId}&open=true`)
  await expect(list.getByText('None like this')).toBeVisible()
})

test('what came while the line was down is told afterwards, as late', async ({ open, stack }) => {
  const one = await watched(stack, 'Ferry Lane')
  const page = await open(phone)
  await untilSeen(page, one)
  await page.goto(`/restocks?store=${one.storeId}`)
  await quiet(page)
  one.shop.set(0, { '8': 'in' })
  await expect(cards(page, 'Ferry Lane')).toContainText(/with you/)
  const list = page.url()
  // A page that is not there hears nothing; its tab keeps the place where it left off.
  await page.goto('about:blank')
  one.shop.set(0, { '10': 'in' })
  const onlooker = await open(phone)
  await onlooker.goto(list)
  await expect(cards(onlooker, 'Ferry Lane')).toHaveCount(2)
  await page.goto(list)
  await expect(page.getByText('One came while you were not connected.')).toBeVisible()
  await expect(cards(page, 'Ferry Lane').first()).toContainText('came while you were not connected')
})

test('who was away for longer than can be told is told so, beside a list that is whole, and hears what comes then', async ({
  open,
  stack,
}) => {
  const one = await watched(stack, 'Mill Yard')
  const page = await open(phone)
  await untilSeen(page, one)
  await page.goto(`/restocks?store=${one.storeId}`)
  const place = () => page.evaluate(() => sessionStorage.getItem('snpd.alerts.after'))
  await expect.poll(place, { timeout: 120_000 }).not.toBeNull()
  // A place that the log does not know: what came after it can be told as little as what was swept.
  await page.evaluate(() => sessionStorage.setItem('snpd.alerts.after', '9007199254740'))
  await page.reload()
  await expect(page.getByText('You were away for longer than alerts are kept.')).toBeVisible()
  await expect(page.getByText('None like this')).toBeVisible()
  await expectClean(page, { picture: 'alerts-gap' })
  one.shop.set(0, { '9': 'in' })
  await expect(cards(page, 'Mill Yard')).toContainText(/with you/)
})

test('an alert leads to its restock wherever it stands in the list, without scripts too, and one that is none is said to be', async ({
  open,
  stack,
}) => {
  const one = await watched(stack, 'Quay Side')
  const page = await open(desktop)
  await untilSeen(page, one)
  one.shop.set(0, { '8': 'preorder' })
  await page.goto(`/restocks?store=${one.storeId}`)
  const card = cards(page, 'Quay Side')
  await expect(card).toContainText('To be ordered ahead')
  const id = (await card.getAttribute('id'))?.slice(2)
  const bare = await open({ ...phone, javaScriptEnabled: false })
  await bare.goto(`/restocks?restock=${id}`)
  const chosen = (on: Page) => on.getByRole('region', { name: 'The one you came for' })
  await expect(chosen(bare)).toContainText('To be ordered ahead')
  await expect(chosen(bare)).toContainText('Quay Side, online')
  await page.goto(`/restocks?restock=${id}`)
  await expect(cards(page, 'Quay Side')).toHaveCount(1)
  await expectClean(page, { picture: 'alerts-chosen' })
  one.shop.set(0, { '8': 'in' })
  await expect(chosen(page)).toContainText('Gone')
  await expect(cards(page, 'Quay Side')).toHaveCount(2)
  await page.goto(`/restocks?restock=${one.storeId}`)
  await expect(chosen(page)).toContainText('There is no such restock.')
})

test('restocks are narrowed by the address, and each filter is taken off by itself', async ({ open }) => {
  const page = await open(phone)
  await page.goto('/restocks')
  const items = page.getByRole('main').getByRole('listitem').filter({ hasText: '% sure' })
  await expect(items).not.toHaveCount(0)
  await page.getByText('Filters', { exact: true }).click()
  await page.getByLabel('Size, US').fill('9.5')
  await page.getByLabel('City').selectOption({ label: 'San Francisco' })
  await page.getByRole('button', { name: 'Show these' }).click()
  await expect(page).toHaveURL(/size=9\.5/)
  await expect(items).toHaveCount(1)
  await expect(items).toContainText('Foghorn Kicks')
  await expectClean(page, { picture: 'alerts-filters' })
  await page.getByRole('link', { name: 'US 9.5: take off' }).press('Enter')
  await expect(page).not.toHaveURL(/size=/)
  await page.getByRole('link', { name: 'San Francisco: take off' }).click()
  await expect(page).toHaveURL(/\/restocks$/)
})

test('a page asks for nothing again that it was read with, but for what was said before its line was up', async ({
  open,
}) => {
  const [reporter, reader] = [await open(desktop), await open(phone)]
  await tryIt(reporter)
  const asked: string[] = []
  reader.on('request', (request) => {
    const { pathname } = new URL(request.url())
    if (pathname.startsWith('/api/')) asked.push(pathname)
  })
  let line = Promise.resolve()
  await reader.routeWebSocket(/\/rt\//, async (socket) => {
    await line
    socket.connectToServer()
  })
  await reader.goto('/restocks')
  // What was said just before a page was read counts as missed: clocks differ.
  await expect(async () => {
    asked.length = 0
    await reader.reload()
    await quiet(reader)
    expect(asked).toEqual([])
  }).toPass({ timeout: 60_000 })

  const up = Promise.withResolvers<void>()
  line = up.promise
  await reader.reload()
  const note = 'Put out while nobody listened'
  await reportRestock(reporter, { size: '8.5', note })
  const card = reader.getByRole('listitem').filter({ hasText: note })
  await expect(card).toHaveCount(0)
  up.resolve()
  await expect(card).toBeVisible()
})
