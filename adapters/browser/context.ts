import type { Browser, BrowserContext, Page } from 'playwright-core'
import { fenceContext, fencePage, type RequestFence } from './fence.ts'

/** What SNPD calls itself, to every shop (no switch). */
export const SNPD_AGENT = 'SNPD/0.1 (+assistant)'

async function userAgent(browser: Browser): Promise<string> {
  const session = await browser.newBrowserCDPSession()
  const { userAgent } = await session.send('Browser.getVersion')
  await session.detach()
  return `${userAgent} ${SNPD_AGENT}`
}

export type ShopPage = { context: BrowserContext; page: Page; close: () => Promise<void> }

/** A fresh context with one page that can reach the shop and nothing else. */
export async function openShopPage(browser: Browser, fence: RequestFence): Promise<ShopPage> {
  const context = await browser.newContext({
    userAgent: await userAgent(browser),
    viewport: { width: 1280, height: 900 },
    locale: 'en-US',
    serviceWorkers: 'block',
    acceptDownloads: false,
    permissions: [],
  })
  context.setDefaultTimeout(15_000)
  await fenceContext(context, fence)
  const page = await context.newPage()
  await fencePage(page, fence)
  // A dialog would hold every later step; accepting could mean agreeing to something.
  page.on('dialog', (dialog) => void dialog.dismiss().catch(() => undefined))
  return { context, page, close: () => context.close().catch(() => undefined) }
}

const PAYMENT_FIELDS =
  'input[autocomplete^="cc-"], input[name*="card" i], input[name*="cvc" i], input[name*="cvv" i], input[name*="iban" i], input[type="password"], iframe'

/** A jpeg of what the page shows, with payment fields and frames painted over. */
export async function maskedScreenshot(page: Page): Promise<Uint8Array> {
  return page.screenshot({
    type: 'jpeg',
    quality: 50,
    mask: [page.locator(PAYMENT_FIELDS)],
    maskColor: '#000000',
    animations: 'disabled',
    timeout: 10_000,
  })
}
