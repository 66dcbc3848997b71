import type { Frame, Page, Request } from 'playwright-core'
import { pageTrouble } from '../adapter.ts'
import * as controls from './dom.ts'
import * as reading from './dom-read.ts'

const dom = { ...controls, ...reading }
// Type stripping leaves functions as they are: their text runs in the page.
const library = Object.values(dom).map(String).join('\n')

const sleep = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms))

/** Playwright itself waits for ever for a page whose script never ends. */
const READ_MS = 10_000

/** A page, or a frame in it. */
export type Place = Page | Frame

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

export const readControls = (place: Place) =>
  steadily(() => inPage<controls.Control[]>(place, 'collectControls'), place)
export const readAmounts = (page: Page) =>
  steadily(() => inPage<reading.Amount[]>(page, 'collectAmounts'), page)
export const readHeadings = (page: Page) => steadily(() => inPage<string[]>(page, 'headings'), page)
export const readBlocks = (page: Page, title: string) =>
  steadily(() => inPage<string[]>(page, 'blocksAbout', title), page)
export const readTitle = (page: Page, inMetadata: string) => inPage<string>(page, 'titleOfItem', inMetadata)
export const readShownPrice = (page: Page, inMetadata: string) =>
  inPage<string | null>(page, 'priceOfItem', inMetadata)
export const readMetadata = async (page: Page) => [
  ...(await inPage<string[]>(page, 'jsonLdTexts')),
  ...(await inPage<string[]>(page, 'microdata')),
]
export const readHumanChecks = (page: Page) => steadily(() => inPage<string[]>(page, 'humanChecks'), page)
export const readField = (page: Page, { id }: Pick<controls.Control, 'id'>) =>
  inPage<ReturnType<typeof reading.fieldState>>(page, 'fieldState', String(id))
/** True when waiting for it to change is in vain. */
export const readStill = (page: Page) => inPage<boolean>(page, 'isStill').catch(() => false)
export const readInstants = (page: Page) => steadily(() => inPage<string[]>(page, 'instants'), page)
export const readCover = (page: Page, id: number) => inPage<number[]>(page, 'coverOf', String(id))
export const readToTheEnd = (page: Page) => inPage<number>(page, 'readToTheEnd')
export const readOrderBlocks = (page: Page, pattern: string) =>
  inPage<reading.OrderBlock[]>(page, 'orderBlocks', pattern)

/** All visible words of the page. */
export async function readText(page: Page): Promise<string> {
  return (
    page
      .locator('body')
      // biome-ignore lint/performance/useDomNodeTextContent: hidden text is not what the shop says
      .innerText({ timeout: 5000 })
      .catch((error: Error) => {
        throw error.name === 'TimeoutError' ? pageTrouble('The page does not answer.', error) : error
      })
  )
}

/** The element behind a control that was just read. */
export function locate(place: Place, control: Pick<controls.Control, 'id'>) {
  return place.locator(`[data-snpd="${control.id}"]`)
}

/** After what asked the shop for something, and after what did not. */
const QUIET_MS = 80
const IDLE_MS = 40
/** Between two looks at whether it is quiet. */
const LOOK_MS = 10
const LIMIT_MS = 10_000
/** What pages change by; pictures and open channels may take for ever. */
const ANSWERS = /^(document|script|xhr|fetch)$/

type Traffic = { running: Set<Request>; last: number; asked: number }
const traffics = new WeakMap<Page, Traffic>()

/** What the page asks for, listened to once: each listener more is a word with the browser. */
function trafficOf(page: Page): Traffic {
  const known = traffics.get(page)
  if (known) return known
  const traffic: Traffic = { running: new Set(), last: 0, asked: 0 }
  const end = (request: Request) => {
    if (traffic.running.delete(request)) traffic.last = Date.now()
  }
  page.on('request', (request) => {
    if (!ANSWERS.test(request.resourceType())) return
    traffic.running.add(request)
    traffic.asked++
    traffic.last = Date.now()
  })
  page.on('requestfinished', end).on('requestfailed', end)
  traffics.set(page, traffic)
  return traffic
}

/** Does something and waits until the page has answered: its document is parsed and no request runs for a moment. */
export async function act(page: Page, action: () => Promise<unknown>): Promise<void> {
  const traffic = trafficOf(page)
  const { asked } = traffic
  // Those that began before are none of this action's.
  const others = new Set(traffic.running)
  const isBusy = () => [...traffic.running].some((request) => !others.has(request))
  await action()
  // However long it took itself: what it asks for may begin only now.
  const done = Date.now()
  const quietFor = () => Date.now() - Math.max(done, traffic.last)
  while (
    Date.now() < done + LIMIT_MS &&
    (isBusy() || quietFor() < (traffic.asked > asked ? QUIET_MS : IDLE_MS))
  )
    await sleep(LOOK_MS)
  if (traffic.asked > asked) await page.waitForLoadState('domcontentloaded')
}

const POLL_MS = 100

/** Reads until it is as wanted, or the time is over; what was read last. */
export async function readUntil<Seen>(
  page: Page,
  { read, wanted, ms }: { read: () => Promise<Seen>; wanted: (seen: Seen) => boolean; ms: number },
): Promise<Seen> {
  const limit = Date.now() + ms
  for (;;) {
    if (page.isClosed()) throw pageTrouble('The page was closed.')
    const seen = await read()
    if (wanted(seen) || Date.now() >= limit) return seen
    await sleep(POLL_MS)
  }
}
