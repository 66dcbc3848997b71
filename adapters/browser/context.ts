import type { Browser, BrowserContext, Dialog, Page } from 'playwright-core'
import { SNPD_AGENT } from '../agent.ts'
import { watchSleep } from './awake.ts'
import { fenceContext, fencePage } from './fence.ts'
import { startFenceProxy } from './proxy.ts'
import type { RequestFence } from './reach.ts'
import { siteOf } from './site.ts'

const agents = new WeakMap<Browser, string>()

async function userAgent(browser: Browser): Promise<string> {
  const known = agents.get(browser)
  if (known) return known
  const session = await browser.newBrowserCDPSession()
  const { userAgent } = await session.send('Browser.getVersion')
  await session.detach()
  const agent = `${userAgent} ${SNPD_AGENT}`
  agents.set(browser, agent)
  return agent
}

export type ShopPage = { context: BrowserContext; page: Page; close: () => Promise<void> }

async function openContext(browser: Browser, server: string): Promise<BrowserContext> {
  return browser.newContext({
    userAgent: await userAgent(browser),
    viewport: { width: 1280, height: 900 },
    locale: 'en-US',
    serviceWorkers: 'block',
    acceptDownloads: false,
    permissions: [],
    proxy: { server },
  })
}

/**
 * A dialog would hold every later step. "No" to whatever it asks: accepting could mean agreeing to something. Only to
 * "leave this page?" the way on is yes; no would also keep the order lookup from being opened.
 */
async function answer(dialog: Dialog): Promise<void> {
  await (dialog.type() === 'beforeunload' ? dialog.accept() : dialog.dismiss())
}

/** A page whose own script never ends answers nobody, and whoever asks it something waits for ever. */
const ANSWER_MS = 60_000

/** Asks the page for nothing, again and again, until it has not answered for so long. */
function watchAnswers(page: Page, answerMs: number, onSilence: () => void): () => void {
  let asked: number | undefined
  const ask = () => {
    if (asked !== undefined) return void (Date.now() - asked > answerMs && onSilence())
    asked = Date.now()
    const answered = () => {
      asked = undefined
    }
    page.evaluate('0').then(answered, answered)
  }
  const timer = setInterval(ask, answerMs / 4).unref()
  return () => clearInterval(timer)
}

async function openFenced(context: BrowserContext, fence: RequestFence): Promise<Page> {
  context.setDefaultTimeout(15_000)
  fence.domain ??= await siteOf(context, new URL(fence.origins[0] ?? 'about:blank').hostname)
  await fenceContext(context, fence)
  const page = await context.newPage()
  await fencePage(page, fence)
  page.on('dialog', (dialog) => void answer(dialog).catch(() => undefined))
  return page
}

/**
 * A fresh context with one page that can reach the shop and nothing else.
 * @param answerMs a page that is silent for longer is closed
 */
export async function openShopPage(
  browser: Browser,
  fence: RequestFence,
  answerMs = ANSWER_MS,
): Promise<ShopPage> {
  const watch = watchSleep()
  const proxy = await startFenceProxy(fence, watch)
  const context = await openContext(browser, proxy.server).catch((error: unknown) => {
    proxy.close()
    throw error
  })
  context.once('close', proxy.close)
  const close = () =>
    context
      .close()
      .catch(() => undefined)
      .finally(proxy.close)
  try {
    const page = await openFenced(context, fence)
    context.once(
      'close',
      watchAnswers(page, answerMs, () => void close()),
    )
    // Its way out is shut; who walks on it finds it closed and begins anew, behind the fence by looking.
    watch.onSleep(() => void close())
    return { context, page, close }
  } catch (error) {
    await close()
    throw error
  }
}

/** What a walk has written a secret into carries this attribute, whatever the shop calls the field. */
export const SECRET_FIELD = 'data-snpd-secret'

const PAYMENT_FIELDS =
  '[data-snpd-secret], input[autocomplete^="cc-"], input[name*="card" i], input[name*="cvc" i], input[name*="cvv" i], input[name*="iban" i], input[type="password"], iframe'

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
