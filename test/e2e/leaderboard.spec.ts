import { expect, type Page } from '@playwright/test'
import { demoMembers } from '../../scripts/seed/restocks.ts'
import { violationsIn } from './support/axe.ts'
import { desktop, phone, test } from './support/fixtures.ts'
import { tryIt } from './support/sign-in.ts'
import { quiet } from './support/whole.ts'

const BOARD = '/karma/leaderboard?period=all'
const leaders = (page: Page, where: string) =>
  page.getByRole('region', { name: `Leaders of ${where}` }).getByRole('listitem')

/** Their reports are matured from the start; the workers count them within seconds. Others may have earned as well. */
async function leadersCounted(page: Page): Promise<void> {
  for (const hasText of demoMembers)
    await expect(leaders(page, 'everywhere').filter({ hasText })).toHaveCount(1, { timeout: 120_000 })
}

async function isClean(page: Page, name: string): Promise<void> {
  await quiet(page)
  expect(await violationsIn(page)).toEqual([])
  const overflow = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth)
  expect(overflow, 'scrolls sideways').toBeLessThanOrEqual(0)
  await page.screenshot({ path: `.cache/e2e/leaderboard-${name}.png`, fullPage: true })
}

for (const [device, options] of Object.entries({ phone, desktop })) {
  for (const colorScheme of ['light', 'dark'] as const) {
    test(`the demo's leaders, everywhere and in a city and street: ${device}, ${colorScheme}`, async ({
      open,
    }) => {
      const page = await open({ ...options, colorScheme, reducedMotion: 'reduce' })
      await page.goto(BOARD)
      await leadersCounted(page)
      await isClean(page, `${device}-${colorScheme}-everywhere`)
      await page.getByLabel('Where', { exact: true }).selectOption({ label: 'Brooklyn' })
      await expect(page.getByRole('region', { name: 'Scout pool of Brooklyn' })).toContainText(
        /485 of 500 karma left/,
      )
      await expect(leaders(page, 'Brooklyn').first()).toContainText('jules_in_bk')
      await page.getByLabel('Street').selectOption({ label: 'Around Corner' })
      await expect(leaders(page, 'Corner, Brooklyn').first()).toContainText('25 karma')
      await isClean(page, `${device}-${colorScheme}-street`)
      await page.getByRole('link', { name: 'This week' }).click()
      await expect(page).not.toHaveURL(/period=/)
      await expect(page.getByRole('link', { name: 'This week' })).toHaveAttribute('aria-current', 'page')
    })
  }
}

test('a member sees where they stand, hides, and finds badges on their own page', async ({ open }) => {
  const page = await open(phone)
  await tryIt(page)
  await page.goto(BOARD)
  const you = page.getByRole('region', { name: 'You' })
  await expect(you).toContainText('You are not on this board yet.')
  await you.getByRole('button', { name: 'Hide me' }).click()
  await expect(you).toContainText('Hidden. You have 0 karma here, and nobody sees it.')
  await page.reload()
  await you.getByRole('button', { name: 'Show me' }).click()
  await expect(you).toContainText('You are not on this board yet.')
  await page.goto('/me')
  await expect(page.getByRole('list', { name: 'Badges' }).getByRole('listitem')).toHaveCount(10)
  await isClean(page, 'me')
  await page.getByRole('link', { name: 'Leaderboard' }).click()
  await expect(page.getByRole('heading', { level: 1, name: 'Leaders' })).toBeVisible()
})

test('the board reads without JavaScript', async ({ open }) => {
  const page = await open({ ...desktop, javaScriptEnabled: false })
  await page.goto(BOARD)
  await leadersCounted(page)
})
