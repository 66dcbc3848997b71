import { z } from 'zod'
import { words } from '../../adapters/retailers/universal/words.ts'
import type { Kept } from '../../core/monitor/change.ts'
import { doubtsOf, settleDoubts, sightingsOf } from '../../core/monitor/confidence.ts'
import { platformOf, wooListUrl, wooParentUrl } from '../../core/monitor/platform.ts'
import type { Copy, Look, Reading, Sighting } from '../../core/monitor/shape.ts'
import { readSources } from '../../core/stock/read.ts'
import type { SizeStock } from '../../core/stock/shape.ts'
import type { Guest, Page } from './guest.ts'

export type Looking = {
  reading: Reading
  /** What is known: a size that is said to be there now, and was not, is looked at twice. */
  kept: readonly Kept[]
}

type Read = Extract<Look, { kind: 'read' }>
type Html = Extract<Page, { kind: 'page' }>

const NO_COPY: Copy = { etag: null, lastModified: null, bodyHash: null }
const isSaid = ({ state }: SizeStock) => state !== 'unknown'

function read(sizes: Sighting[], reading: Reading): Read {
  return { kind: 'read', sizes, reading }
}

/** What a page or a list says; a page that says nothing of stock is unclear, whatever its status. */
function readText(
  page: Html,
  { reading, listed }: { reading: Reading; listed?: readonly SizeStock[] },
): Look {
  const { currency } = reading
  // A list is read for the page that it stands for.
  const url = reading.listUrl === null ? page.url : reading.url
  const { text } = page
  const sizes = sightingsOf(readSources({ text, url, currency, listed }))
  const named = currency ?? sizes.find((each) => each.currency !== null)?.currency ?? null
  if (sizes.some(isSaid)) return read(sizes, { ...reading, currency: named, copy: page.copy })
  const asks = words.human.exec(page.text.replace(/<[^>]*>/g, ' '))?.[0]
  const reason = asks ? `The shop asks for a person ("${asks}").` : 'The page says nothing of stock.'
  return { kind: 'unclear', reason, isRefusal: asks !== undefined }
}

/** The whole list's sizes as sources that speak alone. */
function listedIn(page: Page, { currency, url }: Pick<Reading, 'currency' | 'url'>): SizeStock[] {
  return page.kind === 'page' ? [...readSources({ text: page.text, url, currency }).platform] : []
}

const parentShape = z.array(z.object({ id: z.number() })).min(1)

function parentIn(page: Page): number | undefined {
  if (page.kind !== 'page') return undefined
  try {
    return parentShape.safeParse(JSON.parse(page.text)).data?.[0]?.id
  } catch {
    return undefined
  }
}

/** The list of the software that the page says it is made by; undefined when it has none that can be read. */
async function findList(guest: Guest, page: Html): Promise<Pick<Reading, 'reader' | 'listUrl'> | undefined> {
  const platform = platformOf(page.text, page.url)
  if (platform?.reader !== 'woo') return platform
  const { api, slug } = platform
  const parent = parentIn(await guest.ask(wooParentUrl(api, slug)))
  return parent === undefined ? undefined : { reader: 'woo', listUrl: wooListUrl(api, parent) }
}

/** The page, and the list of its software where it has one: from then on the list is asked for alone. */
async function lookFirst(guest: Guest, { reading }: Looking): Promise<Look> {
  const page = await guest.ask(reading.url)
  if (page.kind !== 'page') return page
  const found = await findList(guest, page)
  const alone = readText(page, { reading: { ...reading, reader: 'page', listUrl: null } })
  if (!found?.listUrl) return alone
  const currency = alone.kind === 'read' ? alone.reading.currency : reading.currency
  const list = await guest.ask(found.listUrl)
  const listed = listedIn(list, { url: reading.url, currency })
  if (list.kind !== 'page' || !listed.some(isSaid)) return alone
  const both = readText(page, { reading: { ...reading, ...found, currency }, listed })
  return both.kind === 'read' ? { ...both, reading: { ...both.reading, copy: list.copy } } : both
}

/** What is read every time: the list where there is one, the page otherwise. */
async function lookAgain(guest: Guest, { reading }: Looking): Promise<Look> {
  const page = await guest.ask(reading.listUrl ?? reading.url, reading.copy)
  if (page.kind !== 'page') return page
  return readText(page, { reading })
}

/** The same once more, another way where there is one: the page beside the list, or the page again. */
async function lookTwice(guest: Guest, { reading }: Read, first: Sighting[]): Promise<Sighting[] | Look> {
  const page = await guest.ask(reading.url)
  if (page.kind !== 'page') return page
  const listed = reading.listUrl === null ? [] : first
  const second = readText(page, { reading, listed })
  return second.kind === 'read' ? second.sizes : second
}

/** A list that is gone, or says nothing any more: the page says whether there is another. */
async function lookOnce(guest: Guest, looking: Looking): Promise<Look> {
  const { reading } = looking
  if (reading.reader === null) return lookFirst(guest, looking)
  const look = await lookAgain(guest, looking)
  const isLost = look.kind === 'forbidden' || (look.kind === 'unclear' && !look.isRefusal)
  return reading.listUrl !== null && isLost ? lookFirst(guest, looking) : look
}

/**
 * One look at a product: over HTTP alone, the platform's list before the page. News that one weak source alone has is
 * looked at twice; what the second look does not say too is unknown, and looked at in full the next time.
 * @throws LeaseLost
 */
export async function look(guest: Guest, looking: Looking): Promise<Look> {
  const first = await lookOnce(guest, looking)
  if (first.kind !== 'read') return first
  const doubts = doubtsOf(looking.kept, first.sizes)
  if (doubts.length === 0) return first
  const second = await lookTwice(guest, first, first.sizes)
  if (!Array.isArray(second) && second.kind === 'later') return second
  const sizes = settleDoubts(first.sizes, { doubts, second: Array.isArray(second) ? second : [] })
  const isSettled = doubts.every(({ size, state }) =>
    sizes.some((each) => each.size === size && each.state === state),
  )
  return isSettled ? { ...first, sizes } : read(sizes, { ...first.reading, copy: NO_COPY })
}
