import { type Browser, type BrowserContextOptions, test as base, type Page } from '@playwright/test'
import { findBrowser } from '../../../adapters/browser/find.ts'
import { launchBrowser } from '../../../adapters/browser/launch.ts'
import { type Stack, startStack } from './stack.ts'
import { whole } from './whole.ts'

export const phone: BrowserContextOptions = {
  viewport: { width: 360, height: 780 },
  hasTouch: true,
  isMobile: true,
}
export const desktop: BrowserContextOptions = { viewport: { width: 1280, height: 900 } }

type Opened = (options: BrowserContextOptions, prepare?: (page: Page) => Promise<unknown>) => Promise<Page>

/**
 * `stack` is a whole SNPD started for the file, without the demo's neighbour: a second member is a second browser.
 * `open` gives a page of a new visitor, whose cookies and storage are their own.
 */
export const test = base.extend<
  { open: Opened },
  { flags: string[]; settings: Record<string, string>; stack: Stack; browser: Browser }
>({
  /** Of `npm start`, for the files of one worker. */
  flags: [['--no-neighbour'], { option: true, scope: 'worker' }],
  /** Of its environment. */
  settings: [{}, { option: true, scope: 'worker' }],
  browser: [
    // biome-ignore lint/correctness/noEmptyPattern: Playwright reads a fixture's needs from this pattern
    async ({}, use) => {
      const { SNPD_BROWSER: configured, PATH: path, SNPD_CACHE: cache = '.cache' } = process.env
      const browser = await launchBrowser(await findBrowser({ configured, path, cache }), process.env)
      await use(browser)
      await browser.close()
    },
    { scope: 'worker', timeout: 600_000 },
  ],
  stack: [
    async ({ flags, settings }, use) => {
      const stack = await startStack(flags, settings)
      await use(stack)
      await stack.stop()
    },
    { scope: 'worker', timeout: 600_000 },
  ],
  open: async ({ browser, stack }, use) => {
    const opened: Page[] = []
    await use(async (options, prepare) => {
      const context = await browser.newContext({ baseURL: stack.origin, ...options })
      if (options.javaScriptEnabled !== false) context.on('page', whole)
      const page = await context.newPage()
      opened.push(page)
      await prepare?.(page)
      return page
    })
    await Promise.all(opened.map((page) => page.context().close()))
  },
})
