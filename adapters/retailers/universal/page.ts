import type { Page } from 'playwright-core'
import { pageTrouble } from '../adapter.ts'
import * as controls from './dom.ts'
import * as reading from './dom-read.ts'
import { forget, type Place, remember } from './memo.ts'
import { trafficOf } from './traffic.ts'

const dom = { ...controls, ...reading }
// Type stripping leaves functions as they are: their text runs in the page.
const library = Object.values(dom).map(String).join('\n')

const sleep = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms))

/** Playwright itself waits for ever for a page whose script never ends. */
const READ_MS = 10_000

/** Runs one of dom.ts's functions in the page. */
async function inPage<Result>(place: Place, name: keyof typeof dom, ...args: string[]): Promise<Result> {
  const call = `${name}(${args.map((arg) => JSON.stringify(arg)).join(',')})`
  const reading = place.evaluate<Result>(`(() => { ${library}\nreturn ${call} })()`)
  let timer: NodeJS.Timeout | undefined
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(pageTrouble('The page does not answer.')), READ_MS)
  })
  // The page may be closed long after nobody waits for it any more.
  reading.catch(() => undefined)
  return Promise.race([reading, late]).finally(() => clearTimeout(timer))
}

/** Once more when the page went on to its next document while it was read. */
async function steadily<Result>(read: () => Promise<Result>, page: Place): Promise<Result> {
  try {
    return await read()
  } catch (error) {
    if (!/context was destroyed|frame was detached|navigat/i.test(String(error))) throw error
    await page.waitForLoadState('domcontentloaded')
    return read()
  }
}

/** As it was read a moment ago, when nothing has been done to the page since. */
const lately = <Result>(place: Place, name: keyof typeof dom, ...args: string[]) =>
  remember(place, [name, ...args].join(' '), () =>
    steadily(() => inPage<Result>(place, name, ...args), place),
  )

export const readControls = (place: Place) => lately<controls.Control[]>(place, 'collectControls')
export const readAmounts = (page: Page) => lately<reading.Amount[]>(page, 'collectAmounts')
export const readHeadings = (page: Page) => lately<string[]>(page, 'headings')
export const readBlocks = (page: Page, title: string) => lately<string[]>(page, 'blocksAbout', title)
export const readTitle = (page: Page, inMetadata: string) => inPage<string>(page, 'titleOfItem', inMetadata)
export const readShownPrice = (page: Page, inMetadata: string) =>
  inPage<string | null>(page, 'priceOfItem', inMetadata)
export const readMetadata = async (page: Page) =>
  (await Promise.all([lately<string[]>(page, 'jsonLdTexts'), lately<string[]>(page, 'microdata')])).flat()
export const readHumanChecks = (page: Page) => lately<string[]>(page, 'humanChecks')
export const readField = (page: Page, { id }: Pick<controls.Control, 'id'>) =>
  inPage<ReturnType<typeof reading.fieldState>>(page, 'fieldState', String(id))
export const readRoom = (page: Page) => lately<boolean>(page, 'isMarkedRoom')
/** True when waiting for it to change is in vain. */
export const readStill = (page: Page) => inPage<boolean>(page, 'isStill').catch(() => false)
export const readInstants = (page: Page) => lately<string[]>(page, 'instants')
export const readCover = (page: Page, id: number) => inPage<number[]>(page, 'coverOf', String(id))
export const readToTheEnd = (page: Page) => inPage<number>(page, 'readToTheEnd')
export const readOrderBlocks = (page: Page, pattern: string) =>
  lately<reading.OrderBlock[]>(page, 'orderBlocks', pattern)

/** All visible words of the page. */
export const readText = (page: Page): Promise<string> =>
  remember(page, 'text', () =>
    page
      .locator('body')
      // biome-ignore lint/performance/useDomNodeTextContent: hidden text is not what the shop says
      .innerText({ timeout: 5000 })
      .catch((error: Error) => {
        throw error.name === 'TimeoutError' ? pageTrouble('The page does not answer.', error) : error
      }),
  )

/** The element behind a control that was just read, to do something to it. */
export function locate(place: Place, control: Pick<controls.Control, 'id'>) {
  forget(place)
  return place.locator(`[data-snpd="${control.id}"]`)
}

/** Between two looks at whether the shop has answered. */
const LOOK_MS = 5
const LIMIT_MS = 10_000

/** Waits until the page has done what it was about to do, at once where no script does anything later, and looks at it. */
const lookWhenCalm = (page: Page) => inPage<reading.Glance>(page, 'glance').catch(() => undefined)

/** What most steps ask for next, as it was seen. */
function keep(page: Page, { controls: all, text, checks, headings, isRoom }: reading.Glance): void {
  const seen = { collectControls: all, text, humanChecks: checks, headings, isMarkedRoom: isRoom }
  for (const [name, each] of Object.entries(seen)) remember(page, name, async () => each)
}

/** What was read before is forgotten, and what is asked next is as the page is now. */
export async function lookAfresh(page: Page): Promise<void> {
  const seen = await lookWhenCalm(page)
  forget(page)
  if (seen) keep(page, seen)
}

/** Does something and waits until the page has answered: its document is parsed, no request runs, nothing is about to be done. */
export async function act(page: Page, action: () => Promise<unknown>): Promise<void> {
  const traffic = trafficOf(page)
  const { asked } = traffic
  // Those that began before are none of this action's.
  const others = new Set(traffic.running)
  const isBusy = () => [...traffic.running].some((request) => !others.has(request))
  await action()
  // However long it took itself: what it asks for may begin only now.
  const limit = Date.now() + LIMIT_MS
  let heard: number
  let seen: reading.Glance | undefined
  do {
    heard = traffic.asked
    while (isBusy() && Date.now() < limit) await sleep(LOOK_MS)
    if (traffic.asked > asked) await page.waitForLoadState('domcontentloaded')
    seen = await lookWhenCalm(page)
  } while ((traffic.asked > heard || isBusy()) && Date.now() < limit)
  traffic.acted = Date.now()
  forget(page)
  if (seen && traffic.asked === heard) keep(page, seen)
}

/** Looks at a page that does not say when it changes, and least between two looks at one that does. Milliseconds. */
const POLL_MS = 100
const PAUSE_MS = 20

/** Until the page is another, or so long. */
async function untilChanged(page: Page): Promise<void> {
  const changed = inPage(page, 'untilChanged', String(POLL_MS)).catch(() => undefined)
  await Promise.all([Promise.race([changed, sleep(POLL_MS)]), sleep(PAUSE_MS)])
  forget(page)
}

/** Reads until it is as wanted, the time is over, or nothing is left that could change it; what was read last. */
export async function readUntil<Seen>(
  page: Page,
  { read, wanted, ms }: { read: () => Promise<Seen>; wanted: (seen: Seen) => boolean; ms: number },
): Promise<Seen> {
  const limit = Date.now() + ms
  const { running } = trafficOf(page)
  for (;;) {
    if (page.isClosed()) throw pageTrouble('The page was closed.')
    const seen = await read()
    if (wanted(seen) || Date.now() >= limit) return seen
    if (running.size === 0 && (await readStill(page)) && running.size === 0) return seen
    await untilChanged(page)
  }
}
