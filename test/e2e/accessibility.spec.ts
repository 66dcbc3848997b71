import { AxeBuilder } from '@axe-core/playwright'
import { expect } from '@playwright/test'
import { desktop, phone, test } from './support/fixtures.ts'
import { tryIt } from './support/sign-in.ts'

const pages = [
  '/',
  '/posts/new',
  '/saved',
  '/?sort=hot',
  '/restocks',
  '/restocks/report',
  '/drops',
  '/calendar',
  '/map',
  '/events',
  '/events/new',
  '/drops/halyard-court-low-bone',
  '/checkouts',
  '/ledger',
  '/karma',
  '/karma/rules',
  '/karma/review',
  '/passes',
  '/karma/leaderboard',
  '/groups',
  '/groups/new',
  '/groups/invite',
  '/me',
  '/me/profile',
  '/me/wallets',
  '/me/password',
  '/me/sessions',
  '/me/address',
  '/me/notifications',
  '/me/export',
  '/me/delete',
  '/me/payment',
  '/me/conduct',
  '/moderation',
  '/moderation/log',
]

for (const [device, options] of Object.entries({ phone, desktop })) {
  for (const colorScheme of ['light', 'dark'] as const) {
    test(`every page is axe-clean and fits: ${device}, ${colorScheme}`, async ({ open }) => {
      const page = await open({ ...options, colorScheme, reducedMotion: 'reduce' })
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
      const visit = async (path: string) => {
        await page.setViewportSize(size)
        await page.goto(path)
        await page.waitForLoadState('networkidle')
        // All of it at once: what is half behind the bar at the bottom is no small target, one scrolls.
        const whole = await page.evaluate(() => document.documentElement.scrollHeight)
        await page.setViewportSize({ ...size, height: Math.max(size.height, whole) })
        const { violations } = await new AxeBuilder({ page })
          .withTags(['wcag2a', 'wcag2aa', 'wcag21aa', 'wcag22aa'])
          .analyze()
        expect(
          violations.map(({ id, nodes }) => `${path}: ${id} ${nodes.map(({ html }) => html).join(' ')}`),
        ).toEqual([])
        const overflow = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth)
        expect(overflow, `${path} scrolls sideways`).toBeLessThanOrEqual(0)
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
}
