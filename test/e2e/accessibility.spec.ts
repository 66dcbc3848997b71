import { expect } from '@playwright/test'
import { unroll, violationsIn } from './support/axe.ts'
import { desktop, phone, test } from './support/fixtures.ts'
import { pages } from './support/pages.ts'
import { tryIt } from './support/sign-in.ts'

/** Where each device's pages are loaded; then the light changes, as it does in the evening. */
const firsts = { phone: 'light', desktop: 'dark' } as const
const other = { light: 'dark', dark: 'light' } as const

for (const [device, options] of Object.entries({ phone, desktop })) {
  const first = firsts[device as keyof typeof firsts]
  test(`every page is axe-clean and fits, by day and at night: ${device}`, async ({ open }) => {
    test.setTimeout(400_000)
    const page = await open({ ...options, colorScheme: first, reducedMotion: 'reduce' })
    const size = options.viewport ?? { width: 360, height: 780 }
    const outside: string[] = []
    page.on('request', (request) => {
      const { hostname, protocol } = new URL(request.url())
      if (protocol.startsWith('http') && !['localhost', '127.0.0.1'].includes(hostname))
        outside.push(request.url())
    })
    const broken: string[] = []
    page.on('pageerror', (error) => broken.push(error.message))
    page.on('console', (message) => {
      // The address that does not exist answers 404, and a visitor who is not signed in gets 401: both are meant.
      const isMeant = /status of 40[14]/.test(message.text())
      if (message.type() === 'error' && !isMeant) broken.push(message.text())
    })
    const look = async (path: string, colorScheme: 'light' | 'dark') => {
      await page.emulateMedia({ colorScheme })
      expect(await violationsIn(page), `${path}, ${colorScheme}`).toEqual([])
      const overflow = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth)
      expect(overflow, `${path} scrolls sideways, ${colorScheme}`).toBeLessThanOrEqual(0)
    }
    const visit = async (path: string) => {
      await page.setViewportSize(size)
      await page.emulateMedia({ colorScheme: first })
      await page.goto(path)
      await page.waitForLoadState('networkidle')
      await unroll(page, size)
      await look(path, first)
      await look(path, other[first])
    }
    await visit('/no-such-page')
    await expect(page.getByRole('heading', { level: 1 })).toBeVisible()
    await visit('/sign-in')
    await tryIt(page)
    for (const path of pages) await visit(path)
    expect(outside).toEqual([])
    expect(broken).toEqual([])
  })
}
