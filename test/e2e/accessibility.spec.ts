import { type CDPSession, expect, type Page } from '@playwright/test'
import { heightOf, violationsIn } from './support/axe.ts'
import { phone, test } from './support/fixtures.ts'
import { pages } from './support/pages.ts'
import { tryIt } from './support/sign-in.ts'
import { quiet } from './support/whole.ts'

const sizes = { phone: { width: 360, height: 780 }, desktop: { width: 1280, height: 900 } } as const
const other = { phone: 'desktop', desktop: 'phone', light: 'dark', dark: 'light' } as const
type Device = keyof typeof sizes
type Light = 'light' | 'dark'

type Tab = { page: Page; session: CDPSession }

/** Makes a phone of a desk's window and the other way around, which Playwright can only do for a new visitor. */
async function become({ session }: Tab, device: Device, height: number): Promise<void> {
  const mobile = device === 'phone'
  const { width } = sizes[device]
  await session.send('Emulation.setDeviceMetricsOverride', { width, height, deviceScaleFactor: 1, mobile })
  await session.send('Emulation.setTouchEmulationEnabled', { enabled: mobile })
}

type Visit = { path: string; device: Device; light: Light }

async function load(tab: Tab, { path, device, light }: Visit): Promise<Tab> {
  await become(tab, device, sizes[device].height)
  await tab.page.emulateMedia({ colorScheme: light })
  await tab.page.goto(path)
  await quiet(tab.page)
  return tab
}

async function look(tab: Tab, { path, device, light }: Visit): Promise<void> {
  const { page } = tab
  await become(tab, device, sizes[device].height)
  await become(tab, device, await heightOf(page, sizes[device]))
  expect(await violationsIn(page), `${path}, ${device}, ${light}`).toEqual([])
  const wide = await page.evaluate(() => document.documentElement.scrollWidth)
  expect(wide, `${path} scrolls sideways, ${device}`).toBeLessThanOrEqual(sizes[device].width)
  const colorScheme = other[light]
  await page.emulateMedia({ colorScheme })
  expect(await violationsIn(page, 'colours'), `${path}, ${device}, ${colorScheme}`).toEqual([])
}

/** Loaded on one device in one light, which then change, as they do in the evening at home. */
async function lookTwice(tab: Tab, visit: Visit): Promise<void> {
  await look(tab, visit)
  await look(tab, { ...visit, device: other[visit.device], light: other[visit.light] })
}

/** What the page asks of other machines, and what breaks in it. */
function watch(page: Page): { outside: string[]; broken: string[] } {
  const [outside, broken]: [string[], string[]] = [[], []]
  page.on('request', (request) => {
    const { hostname, protocol } = new URL(request.url())
    if (protocol.startsWith('http') && !['localhost', '127.0.0.1'].includes(hostname))
      outside.push(request.url())
  })
  page.on('pageerror', (error) => broken.push(error.message))
  page.on('console', (message) => {
    // The address that does not exist answers 404, and a visitor who is not signed in gets 401: both are meant.
    const isMeant = /status of 40[14]/.test(message.text())
    if (message.type() === 'error' && !isMeant) broken.push(message.text())
  })
  return { outside, broken }
}

test('every page is axe-clean and fits, on a phone and on a desk, by day and at night', async ({ open }) => {
  test.setTimeout(800_000)
  const first = await open({ ...phone, reducedMotion: 'reduce' })
  const context = first.context()
  const tabs: Tab[] = []
  for (const page of [first, await context.newPage()])
    tabs.push({ page, session: await context.newCDPSession(page) })
  const seen = tabs.map(({ page }) => watch(page))
  const [tab] = tabs as [Tab]
  for (const path of ['/no-such-page', '/sign-in']) {
    const visit: Visit = { path, device: 'phone', light: 'light' }
    await lookTwice(await load(tab, visit), visit)
    await expect(first.getByRole('heading', { level: 1 })).toBeVisible()
  }
  await tryIt(first)
  const visits = pages.map((path, n): Visit => {
    const [device, light] = [n % 2 ? 'desktop' : 'phone', n % 4 < 2 ? 'light' : 'dark'] as const
    return { path, device, light }
  })
  // While one page is looked at, the next one loads.
  const loaded = async (n: number): Promise<Tab | undefined> => {
    const visit = visits[n]
    return visit && load(tabs[n % 2] as Tab, visit)
  }
  let coming = loaded(0)
  for (const [n, visit] of visits.entries()) {
    const here = await coming
    coming = loaded(n + 1)
    await Promise.all([coming, here && lookTwice(here, visit)])
  }
  expect(seen).toEqual(tabs.map(() => ({ outside: [], broken: [] })))
})
