import { AxeBuilder } from '@axe-core/playwright'
import { expect, type Page } from '@playwright/test'

const sizes = { phone: { width: 360, height: 780 }, desktop: { width: 1280, height: 900 } } as const

/** The page as it is now, at both widths, by day and at night: axe finds nothing, and nothing scrolls sideways. */
export async function expectClean(page: Page, { picture }: { picture: string }): Promise<void> {
  for (const [device, size] of Object.entries(sizes)) {
    await page.setViewportSize(size)
    // All of it at once: what is half behind the bar at the bottom is no small target, one scrolls.
    const whole = await page.evaluate(() => document.documentElement.scrollHeight)
    await page.setViewportSize({ ...size, height: Math.max(size.height, whole) })
    for (const colorScheme of ['light', 'dark'] as const) {
      await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' })
      const { violations } = await new AxeBuilder({ page })
        .withTags(['wcag2a', 'wcag2aa', 'wcag21aa', 'wcag22aa'])
        .analyze()
      const said = violations.map(({ id, nodes }) => `${id} ${nodes.map(({ html }) => html).join(' ')}`)
      expect(said, `${picture}, ${device}, ${colorScheme}`).toEqual([])
      // Not window.innerWidth: on a phone that grows with what is too wide.
      const wide = await page.evaluate(() => document.documentElement.scrollWidth)
      expect(wide, `${picture} scrolls sideways`).toBeLessThanOrEqual(size.width)
      const path = `.cache/e2e-pictures/${picture}-${device}-${colorScheme}.png`
      const height = Math.min(1800, await page.evaluate(() => document.documentElement.scrollHeight))
      await page.screenshot({ path, fullPage: true, clip: { x: 0, y: 0, width: size.width, height } })
    }
  }
}
