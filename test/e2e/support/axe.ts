import { AxeBuilder } from '@axe-core/playwright'
import { expect, type Page } from '@playwright/test'

const AA = ['wcag2a', 'wcag2aa', 'wcag21aa', 'wcag22aa']
/** Those of its rules that look at colours. The light changes nothing else of a page: app/ui/tokens.css. */
const COLOURS = ['color-contrast', 'link-in-text-block']

/**
 * What axe finds against WCAG 2.2 AA in the page as it stands, a rule and what broke it in each line.
 * A page without frames is looked at by itself: the second page that the builder opens for every look, to put the parts
 * of frames together, is a third of its time. And axe stays in a page that it looked at: reading it anew is half of a look.
 */
export async function violationsIn(page: Page, of: 'all' | 'colours' = 'all'): Promise<string[]> {
  const runOnly =
    of === 'all' ? { type: 'tag' as const, values: AA } : { type: 'rule' as const, values: COLOURS }
  const isAlone = page.frames().length === 1
  const isThere = isAlone && (await page.evaluate(() => 'axe' in window))
  const builder = new AxeBuilder({ page, ...(isThere && { axeSource: 'void 0' }) })
  const { violations } = await builder
    .options({ runOnly, resultTypes: ['violations'] })
    .setLegacyMode(isAlone)
    .analyze()
  return violations.map(({ id, nodes }) => `${id} ${nodes.map(({ html }) => html).join(' ')}`)
}

type Size = { width: number; height: number }

/** How high all of a page is at this size: what is half behind the bar at the bottom is no small target, one scrolls. */
export async function heightOf(page: Page, { height }: Size): Promise<number> {
  return Math.max(height, await page.evaluate(() => document.documentElement.scrollHeight))
}

const sizes = { phone: { width: 360, height: 780 }, desktop: { width: 1280, height: 900 } } as const

/** The page as it is now, at both widths, by day and at night: axe finds nothing, and nothing scrolls sideways. */
export async function expectClean(page: Page, { picture }: { picture: string }): Promise<void> {
  for (const [device, size] of Object.entries(sizes)) {
    await page.setViewportSize(size)
    const height = await heightOf(page, size)
    await page.setViewportSize({ ...size, height })
    for (const [colorScheme, of] of [
      ['light', 'all'],
      ['dark', 'colours'],
    ] as const) {
      await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' })
      expect(await violationsIn(page, of), `${picture}, ${device}, ${colorScheme}`).toEqual([])
      // Not window.innerWidth: on a phone that grows with what is too wide.
      const wide = await page.evaluate(() => document.documentElement.scrollWidth)
      expect(wide, `${picture} scrolls sideways`).toBeLessThanOrEqual(size.width)
      const path = `.cache/e2e-pictures/${picture}-${device}-${colorScheme}.jpg`
      const clip = { x: 0, y: 0, width: size.width, height: Math.min(1800, height) }
      await page.screenshot({ path, quality: 70, clip })
    }
  }
}
