import { expect, type Page } from '@playwright/test'
import { toBytea } from '../../../db/bytes.ts'
import { connect } from '../../../db/client.ts'
import { findRunning } from '../../../scripts/seed/running.ts'
import { violationsIn } from './axe.ts'
import { earn } from './earn.ts'
import type { Stack } from './stack.ts'
import { quiet } from './whole.ts'

type Me = { wallet: string; karma: string }

export const meOf = (page: Page) =>
  page.evaluate(async (): Promise<Me> => {
    const { wallets, karma_balance } = await (await fetch('/api/me')).json()
    return { wallet: wallets[0], karma: karma_balance }
  })

/** What founding asks for: karma by the way that all karma comes, and a week of membership. */
export async function trust(stack: Stack, page: Page): Promise<void> {
  const { wallet } = await meOf(page)
  await earn(stack, wallet, 50)
  const sql = connect(findRunning(stack.data).appUrl, { name: 'e2e', max: 1 })
  await sql`update app.member set created_at = now() - interval '8 days'
    where id = (select member_id from app.wallet where address = ${toBytea(wallet as `0x${string}`)})`
  await sql.end()
  await expect.poll(async () => (await meOf(page)).karma, { timeout: 120_000 }).toBe(`50${'0'.repeat(18)}`)
}

export async function isClean(page: Page, name: string): Promise<void> {
  await quiet(page)
  // As high as the page: the bar at the bottom of a phone lies over whatever one has not scrolled up yet.
  const size = page.viewportSize()
  const height = await page.evaluate(() => document.documentElement.scrollHeight)
  if (size) await page.setViewportSize({ width: size.width, height: Math.max(height, size.height) })
  expect(await violationsIn(page)).toEqual([])
  const overflow = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth)
  expect(overflow, 'scrolls sideways').toBeLessThanOrEqual(0)
  await page.screenshot({ path: `.cache/e2e/groups-${name}.png`, fullPage: true })
  if (size) await page.setViewportSize(size)
}

/** The form of a new group, filled in and not yet sent. */
export async function found(page: Page, name: string, access: 'Open' | 'By invite' | 'Gated'): Promise<void> {
  await page.goto('/groups')
  await page.getByRole('link', { name: 'Found a group' }).first().click()
  await page.getByLabel('Name', { exact: true }).fill(name)
  await page.getByLabel('What it is about').fill('Back doors, honest sizes, no resale talk.')
  await page.getByLabel('Who comes in').selectOption({ label: access })
}

export const send = (page: Page) => page.getByRole('button', { name: 'Found it' }).click()
export const standing = (page: Page) => page.getByRole('region', { name: 'Your standing' })
