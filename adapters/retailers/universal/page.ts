import type { Page } from 'playwright-core'
import { pageTrouble } from '../adapter.ts'
import * as dom from './dom.ts'

const library = Object.values(dom).map(String).join('\n')

/** Playwright itself waits for ever for a page whose script never ends. */
const READ_MS = 10_000

/** Runs one of dom.ts's functions in the page. */
async function inPage<Result>(page: Page, name: keyof typeof dom, ...args: string[]): Promise<Result> {
  const call = `${name}(${args.map((arg) => JSON.stringify(arg)).join(',')})`
  const reading = page.evaluate<Result>(`(() => { ${library}\nreturn ${call} })()`)
  let timer: NodeJS.Timeout | undefined
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(pageTrouble('The page does not answer.')), READ_MS)
  })
  // The page may be closed long after nobody waits for it any more.
  reading.catch(() => undefined)
  return Promise.race([reading, late]).finally(() => clearTimeout(timer))
}

export const readControls = (page: Page) => inPage<dom.Control[]>(page, 'collectControls')
export const readAmounts = (page: Page) => inPage<dom.Amount[]>(page, 'collectAmounts')
export const readBlocks = (page: Page, title: string) => inPage<string[]>(page, 'blocksAbout', title)
export const readJsonLd = (page: Page) => inPage<string[]>(page, 'jsonLdTexts')
export const readHumanChecks = (page: Page) => inPage<string[]>(page, 'humanChecks')
export const readOrderBlocks = (page: Page, pattern: string) =>
  inPage<dom.OrderBlock[]>(page, 'orderBlocks', pattern)

/** All visible words of the page. */
export async function readText(page: Page): Promise<string> {
  // biome-ignore lint/performance/useDomNodeTextContent: hidden text is not what the shop says
  return page.locator('body').innerText({ timeout: 5000 })
}

/** The element behind a control that was just read. */
export function locate(page: Page, control: Pick<dom.Control, 'id'>) {
  return page.locator(`[data-snpd="${control.id}"]`)
}

const QUIET_MS = 200
const LIMIT_MS = 10_000

/** Does something and waits until the page has answered: its document is parsed and no request runs for a moment. */
export async function act(page: Page, action: () => Promise<unknown>): Promise<void> {
  let running = 0
  let last = Date.now()
  const begin = () => {
    running++
    last = Date.now()
  }
  const end = () => {
    running--
    last = Date.now()
  }
  page.on('request', begin).on('requestfinished', end).on('requestfailed', end)
  try {
    await action()
    const limit = Date.now() + LIMIT_MS
    while (Date.now() < limit && (running > 0 || Date.now() - last < QUIET_MS)) await page.waitForTimeout(25)
    await page.waitForLoadState('domcontentloaded')
  } finally {
    page.off('request', begin).off('requestfinished', end).off('requestfailed', end)
  }
}

/** Presses a control as a person would: the label of a hidden radio, the element itself otherwise. */
export async function press(page: Page, control: dom.Control): Promise<void> {
  const target = locate(page, control)
  if (control.kind === 'radio' || control.kind === 'check') {
    const label = page.locator('label').filter({ has: target })
    if (!(await target.isVisible()) && (await label.count())) return label.first().click({ timeout: 5000 })
  }
  return target.click({ timeout: 5000 })
}
