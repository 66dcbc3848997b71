import { type BrowserContextOptions, expect, type Locator, type Page } from '@playwright/test'
import { type Gatehouse, startGatehouse } from '../fixtures/shops/gatehouse.ts'
import { CANARY, canariesIn } from '../support/canary.ts'
import { dumpEverything } from '../support/dump.ts'
import { violationsIn } from './support/axe.ts'
import { addDropAt, ownerUrlOf } from './support/drop.ts'
import { desktop, phone, test } from './support/fixtures.ts'
import { tryIt } from './support/sign-in.ts'

// What fades in is paler while it does.
const still = { reducedMotion: 'reduce' } as const
const wide: BrowserContextOptions = { ...desktop, ...still }
const narrow: BrowserContextOptions = { ...phone, ...still }

// How long a shop's "no order" is not believed yet.
test.use({ settings: { RECONCILE_SECONDS: '3' } })

const shops: Gatehouse[] = []
test.afterEach(async () => {
  await Promise.all(shops.splice(0).map((shop) => shop.close()))
})

async function clean(page: Page): Promise<void> {
  expect(await violationsIn(page)).toEqual([])
  const overflow = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth)
  expect(overflow).toBeLessThanOrEqual(0)
}

/** Asks for a pair and waits until the page is the member's; takes it. @returns its picture */
async function takePage(page: Page, slug: string, mode: string): Promise<Locator> {
  await page.goto(`/drops/${slug}`)
  await page.getByRole('radio', { name: /^10,/ }).check()
  await page.getByRole('radio', { name: mode }).check()
  await page.getByRole('button', { name: 'Fill in a demo address' }).click()
  await page.getByRole('button', { name: 'Request checkout' }).click()
  const panel = page.getByRole('region', { name: 'Your hands, please' })
  await expect(panel).toBeVisible({ timeout: 120_000 })
  await clean(page)
  await panel.getByRole('button', { name: 'Take the page' }).click()
  const picture = panel.getByRole('application', { name: "The shop's page, live" })
  await expect(panel.getByText('Opening the page')).toBeHidden({ timeout: 120_000 })
  // The first picture is as large as the assistant's own page; then the page takes the room that is here, 320 at least.
  await expect
    .poll(() => picture.evaluate((one: HTMLCanvasElement) => one.width - Math.max(320, one.clientWidth)))
    .toBe(0)
  return picture
}

async function openShop(stack: Parameters<typeof addDropAt>[0]) {
  const shop = await startGatehouse()
  shops.push(shop)
  return { shop, slug: await addDropAt(stack, shop.origin + shop.path) }
}

const shot = (page: Page, name: string) =>
  page.screenshot({ path: test.info().outputPath(`${name}.png`), fullPage: true })

test('by mouse and keyboard, wide: a challenge answered in the live page, and the assistant goes on', async ({
  open,
  stack,
}) => {
  const { shop, slug } = await openShop(stack)
  const page = await open(wide)
  await tryIt(page)
  const picture = await takePage(page, slug, 'Buy without asking')
  const box = await picture.boundingBox()
  if (!box) throw new Error('no picture')
  // The same page at the same size says where its field and its button are.
  const size = { width: Math.round(box.width), height: Math.round(box.height) }
  const twin = await open({ viewport: size, baseURL: shop.origin })
  await twin.goto('/checkout')
  const press = async (target: Locator) => {
    const at = await target.boundingBox()
    if (at) await picture.click({ position: { x: at.x + at.width / 2, y: at.y + at.height / 2 } })
  }
  await press(twin.getByRole('textbox'))
  await page.keyboard.type('four')
  await clean(page)
  await shot(page, 'wide')
  await press(twin.getByRole('button'))
  await expect.poll(() => shop.answers, { timeout: 120_000 }).toEqual(['four'])
  await expect.poll(() => shop.shown(), { timeout: 120_000 }).toBe(1)
  await page.getByRole('button', { name: 'Done, you go on' }).click()
  await page.getByRole('button', { name: 'Place order: $157.00' }).click({ timeout: 120_000 })
  const ordered = page.getByRole('region', { name: 'W. It is yours' })
  await expect(ordered).toBeVisible({ timeout: 120_000 })
  await shot(page, 'ordered')
  expect(shop.orders).toHaveLength(1)
})

test('by touch, 360 pixels: the member orders by hand, and the order is theirs; what they typed is nowhere', async ({
  open,
  stack,
}) => {
  const { shop, slug } = await openShop(stack)
  const page = await open(narrow)
  const frames: string[] = []
  page.on('websocket', (socket) => socket.on('framesent', ({ payload }) => frames.push(String(payload))))
  await tryIt(page)
  await takePage(page, slug, 'Review, then buy')
  const key = (name: string) => page.getByRole('button', { name, exact: true }).tap()
  const write = async (text: string) => {
    await key('Next field')
    await page.getByLabel('Write into the page, where its cursor is').fill(text)
    await key('Write')
  }
  await write('four')
  await key('Enter')
  await expect.poll(() => shop.shown(), { timeout: 120_000 }).toBe(1)
  for (const text of ['demo.runner@example.com', 'Kim', '12 Canal St', 'Portland', 'OR', '97201'])
    await write(text)
  await write(CANARY.number)
  await clean(page)
  await shot(page, 'narrow')
  await key('Enter')
  const ordered = page.getByRole('region', { name: 'W. It is yours' })
  await expect(ordered).toBeVisible({ timeout: 120_000 })
  await expect(ordered.getByText(shop.orders[0]?.number ?? 'no order', { exact: true })).toBeVisible()
  expect(shop.orders).toMatchObject([{ card: CANARY.number }])
  await clean(page)
  await shot(page, 'ordered')
  // It went over the socket, and is in no row.
  expect(frames.join('\n')).toContain(CANARY.number.slice(0, 9))
  expect(canariesIn(await dumpEverything(ownerUrlOf(stack)))).toEqual([])
})

test('"I placed the order here" where the shop knows of none: the member has the last word', async ({
  open,
  stack,
}) => {
  const { shop, slug } = await openShop(stack)
  const page = await open(wide)
  await tryIt(page)
  await takePage(page, slug, 'Review, then buy')
  await page.getByRole('button', { name: 'I placed the order here' }).click()
  const panel = page.getByRole('region', { name: 'What came of it?' })
  await expect(panel).toBeVisible({ timeout: 120_000 })
  await clean(page)
  await panel.getByRole('button', { name: 'Nothing came' }).click()
  await expect(panel.getByRole('alert')).toBeVisible()
  await panel.getByLabel('Order number, if you have one').fill('GH-77')
  await panel.getByRole('button', { name: 'It went through' }).click()
  const word = page.getByRole('region', { name: 'Your word' })
  await expect(word.getByText('GH-77', { exact: true })).toBeVisible()
  await clean(page)
  await shot(page, 'word')
  expect(shop.orders).toEqual([])
})
