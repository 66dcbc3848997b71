import { errors, type Page, type Request } from '@playwright/test'

/**
 * What Next streamed is where it belongs, and what one can press has woken.
 * Until a script moves it, a part that came later stands hidden at the end of the page; when React has drawn that part by
 * itself meanwhile, the same words are there twice. And a press on what React has not taken over yet may be lost.
 */
function isWhole(): boolean {
  if (document.querySelector('[hidden][id^="S:"]')) return false
  if (!('__next_f' in window)) return true
  const pressable = document.querySelectorAll('main button, main input, main select, main textarea')
  // A map's own buttons are none of React's.
  const ours = [...pressable].filter((each) => !each.closest('.maplibregl-map'))
  return ours.every((each) => Object.keys(each).some((key) => key.startsWith('__reactProps')))
}

/** What each page has asked for and not got yet. */
const asking = new WeakMap<Page, Set<Request>>()

function count(page: Page): void {
  const asked = new Set<Request>()
  asking.set(page, asked)
  page.on('request', (request) => {
    // What the page before it asked for is nobody's any more.
    if (request.isNavigationRequest() && request.frame() === page.mainFrame()) asked.clear()
    asked.add(request)
  })
  page.on('requestfinished', (request) => asked.delete(request))
  page.on('requestfailed', (request) => asked.delete(request))
}

/** By the clock: a page behind another draws no frames, by which Playwright would look. */
const looks = { polling: 50 }

/** Longer than the slowest page takes to wake on a busy machine. What has not woken then, the test itself runs into. */
const LONGEST_MS = 30_000

/** After a load that the page itself began. */
export async function settled(page: Page): Promise<void> {
  await page
    .waitForFunction(isWhole, undefined, { ...looks, timeout: LONGEST_MS })
    .catch((error: unknown) => {
      if (!(error instanceof errors.TimeoutError)) throw error
    })
}

/** The page's loads end when it is whole: not earlier than a person could read it and act. */
export function whole(page: Page): void {
  count(page)
  const { goto, goBack, reload, waitForURL } = page
  page.goto = async (...given) => {
    const response = await goto.apply(page, given)
    await settled(page)
    return response
  }
  page.goBack = async (...given) => {
    const response = await goBack.apply(page, given)
    await settled(page)
    return response
  }
  page.reload = async (...given) => {
    const response = await reload.apply(page, given)
    await settled(page)
    return response
  }
  page.waitForURL = async (...given) => {
    await waitForURL.apply(page, given)
    await settled(page)
  }
}

/** Its line is up (what it missed until then is asked for anew), and all that it asked for has come. */
export async function quiet(page: Page): Promise<void> {
  const hasLine = () => document.querySelector('aside[aria-label="Live"] p')?.textContent !== 'connecting'
  await page.waitForFunction(hasLine, undefined, looks)
  const drawn = () =>
    page.evaluate(() => new Promise((resolve) => requestAnimationFrame(() => setTimeout(resolve))))
  do await drawn()
  while (asking.get(page)?.size)
}
