import { AxeBuilder } from '@axe-core/playwright'
import { expect, type Page } from '@playwright/test'

const AA = ['wcag2a', 'wcag2aa', 'wcag21aa', 'wcag22aa']

/**
 * What axe finds against WCAG 2.2 AA in the page as it stands, a rule and what broke it in each line.
 * A page without frames is looked at by itself: the second page that the builder opens for every look, to put the parts
 * of frames together, is a third of its time.
 */
export async function violationsIn(page: Page): Promise<string[]> {
  const builder = new AxeBuilder({ page }).options({
    runOnly: { type: 'tag', values: AA },
    resultTypes: ['violations'],
  })
  const { violations } = await builder.setLegacyMode(page.frames().length === 1).analyze()
  return violations.map(({ id, nodes }) => `${id} ${nodes.map(({ html }) => html).join(' ')}`)
}

/** All of a page at once: what is half behind the bar at the bottom is no small target, one scrolls. */
export async function unroll(page: Page, size: { width: number; height: number }): Promise<void> {
  const whole = await page.evaluate(() => document.documentElement.scrollHeight)
  await page.setViewportSize({ ...size, height: Math.max(size.height, whole) })
}

const sizes = { phone: { width: 360, height: 780 }, desktop: { width: 1280, height: 900 } } as const

/** The page as it is now, at both widths, by day and at night: axe finds nothing, and nothing scrolls sideways. */
export async function expectClean(page: Page, { picture }: { picture: string }): Promise<void> {
  for (const [device, size] of Object.entries(sizes)) {
    await page.setViewportSize(size)
    await unroll(page, size)
    for (const colorScheme of ['light', 'dark'] as const) {
      await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' })
      expect(await violationsIn(page), `${picture}, ${device}, ${colorScheme}`).toEqual([])
      // Not window.innerWidth: on a phone that grows with what is too wide.
      const wide = await page.evaluate(() => document.documentElement.scrollWidth)
      expect(wide, `${picture} scrolls sideways`).toBeLessThanOrEqual(size.width)
      const path = `.cache/e2e-pictures/${picture}-${device}-${colorScheme}.jpg`
      const height = Math.min(1800, await page.evaluate(() => document.documentElement.scrollHeight))
      await page.screenshot({
        path,
        quality: 70,
        fullPage: true,
        clip: { x: 0, y: 0, width: size.width, height },
      })
    }
  }
}
