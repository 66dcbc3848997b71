import { createHash } from 'node:crypto'
import { createServer } from 'node:http'
import { parseArgs } from 'node:util'
import { openSession } from '../../../adapters/fetch/session.ts'
import { compareStock, forgetStock, type Kept } from '../../../core/monitor/change.ts'
import type { Reading } from '../../../core/monitor/shape.ts'
import { type Random, seeded } from '../../../core/random.ts'
import { drawings, type Lie, lyingPage, type Truth } from '../../../test/fixtures/shops/stock-wild/lying.ts'
import { type Guest, openGuest } from '../../../workers/monitor/guest.ts'
import { look } from '../../../workers/monitor/look.ts'
import type { Run } from '../run.ts'
import { table } from '../table.ts'

const SIZES = ['7', '8', '8.5', '9', '10', '11']
const lies: readonly Lie[] = ['all in', 'all out', 'the opposite', 'by chance']

export type LyingCount = {
  checks: number
  /** Sizes that were read. */
  sizes: number
  /** Said to be there, and they were not: the bar is 0. */
  falseIn: number
  falseOut: number
  /** There, and nobody said so. */
  missed: number
  /** Changes that were told and were not so. */
  invented: number
  /** Of those, "it is there again". */
  restocks: number
  /** Restocks that were not told at the first look at them, but not known to be gone either: a later one tells. */
  late: number
  /** Restocks that were over before they were told. */
  untold: number
  /** Answers without a body. */
  unchanged: number
}

type Product = { path: string; truth: Record<string, boolean>; page: string; etag: string; draw: () => void }

function openProducts(random: Random): Product[] {
  return drawings.flatMap((drawing, at) =>
    lies.map((lie, kind): Product => {
      const truth = Object.fromEntries(SIZES.map((size) => [size, random(2) === 0]))
      const product: Product = { path: `/p${at}-${kind}`, truth, page: '', etag: '', draw: () => undefined }
      product.draw = () => {
        product.page = lyingPage(drawing, truth, { lie, chance: () => random(2) / 2 })
        product.etag = `"${createHash('sha256').update(product.page).digest('hex').slice(0, 16)}"`
      }
      product.draw()
      return product
    }),
  )
}

async function openShop(products: readonly Product[], count: LyingCount) {
  const at = new Map(products.map((product) => [product.path, product]))
  const server = createServer((request, response) => {
    const product = at.get(request.url ?? '')
    if (!product) return void response.writeHead(404).end()
    const headers = { etag: product.etag, 'content-type': 'text/html; charset=utf-8' }
    if (request.headers['if-none-match'] === product.etag) {
      count.unchanged++
      return void response.writeHead(304, headers).end()
    }
    response.writeHead(200, headers).end(product.page)
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const address = server.address()
  const close = () => {
    server.closeAllConnections()
    server.close()
  }
  return { origin: `http://127.0.0.1:${typeof address === 'object' && address ? address.port : 0}`, close }
}

type Watched = {
  product: Product
  reading: Reading
  kept: readonly Kept[] /** As it was at the look before. */
  was: Truth
  /** Sizes that are there again, of which it was not told yet. */
  awaited: Set<string>
}

function judge(count: LyingCount, { product: { truth }, kept }: Watched): void {
  for (const [size, isIn] of Object.entries(truth)) {
    const state = kept.find((each) => each.size === size)?.state
    if (state !== undefined) count.sizes++
    if (!isIn && (state === 'in' || state === 'preorder')) count.falseIn++
    if (isIn && state === 'out') count.falseOut++
    if (isIn && (state === undefined || state === 'unknown')) count.missed++
  }
}

/** What came back since the look before, and what became of what is awaited since earlier ones. */
function noteLate(
  { product: { truth }, was, awaited }: Watched,
  told: ReadonlySet<string>,
  count: LyingCount,
): void {
  for (const size of awaited) {
    if (!truth[size]) count.untold++
    if (!truth[size] || told.has(size)) awaited.delete(size)
  }
  for (const [size, isIn] of Object.entries(truth)) {
    if (!isIn || was[size] !== false || told.has(size)) continue
    awaited.add(size)
    count.late++
  }
}

async function check(watched: Watched, guest: Guest, count: LyingCount): Promise<void> {
  const { product, reading, kept } = watched
  const isFirst = kept.length === 0
  const seen = await look(guest, { reading, kept })
  count.checks++
  if (seen.kind === 'read') {
    const { now, changes } = compareStock(kept, seen.sizes)
    watched.reading = seen.reading
    watched.kept = now
    const told = new Set(changes.map(({ sighting }) => sighting.size))
    for (const { sighting, after } of changes) {
      if ((after !== 'out') !== product.truth[sighting.size]) count.invented++
      if (after !== 'out') count.restocks++
    }
    if (!isFirst) noteLate(watched, told, count)
  }
  if (seen.kind === 'unclear') watched.kept = forgetStock(kept, seen.reason)
  watched.was = { ...product.truth }
  judge(count, watched)
}

/** Half the time the shop is as it was at the last look. */
function turn({ product }: Watched, random: Random): void {
  if (random(2) === 0) return
  const [size = '9'] = SIZES.slice(random(SIZES.length))
  product.truth[size] = !product.truth[size]
  product.draw()
}

/**
 * So many pages read that show the truth and tell search engines something else, by HTTP with conditional requests, the
 * monitor's readers and its decision about changes. Whoever knew nothing would never be wrong: what is missed counts too.
 */
export async function countLies(checks: number, seed: number): Promise<LyingCount> {
  const random = seeded(seed)
  const products = openProducts(random)
  const count: LyingCount = {
    checks: 0,
    sizes: 0,
    falseIn: 0,
    falseOut: 0,
    missed: 0,
    invented: 0,
    restocks: 0,
    late: 0,
    untold: 0,
    unchanged: 0,
  }
  const shop = await openShop(products, count)
  const session = openSession({ loopback: true })
  const lease = { isHeld: () => true, spend: () => undefined }
  const guest = openGuest({ lease, session, robots: null, crawlDelayMs: 0 })
  const copy = { etag: null, lastModified: null, bodyHash: null }
  const all = products.map((product): Watched => {
    const reading = { url: shop.origin + product.path, reader: null, listUrl: null, currency: null, copy }
    return { product, reading, kept: [], was: { ...product.truth }, awaited: new Set() }
  })
  try {
    // An answer without a body reads nothing: it is none of the checks that are asked for.
    for (let at = 0; count.checks - count.unchanged < checks; at++) {
      const watched = all[at % all.length]
      if (!watched) break
      if (at >= all.length) turn(watched, random)
      await check(watched, guest, count)
    }
  } finally {
    session.close()
    shop.close()
  }
  return count
}

/** `--checks` (10,000 pages read) and `--seed` (1): 0 false in-stock, kept or told, or the bar is missed. */
export const runLying: Run = async (flags, tell, note) => {
  const text = { type: 'string' } as const
  const { values } = parseArgs({ args: [...flags], options: { checks: text, seed: text } })
  const count = await countLies(Number(values.checks ?? 10_000), Number(values.seed ?? 1))
  const header = [
    'checks',
    '304',
    'sizes read',
    'false in',
    'false out',
    'missed',
    'restocks told',
    'late',
    'untold',
    'invented',
  ]
  const { checks, unchanged, sizes, falseIn, falseOut, missed, restocks, late, untold, invented } = count
  const row = [checks, unchanged, sizes, falseIn, falseOut, missed, restocks, late, untold, invented].map(
    String,
  )
  for (const line of table([header, row])) tell(line)
  tell(
    `${drawings.length} ways to show stock, ${lies.length} ways to lie about it; the bar is 0 false in-stock, told or kept.`,
  )
  const figure = `${falseIn + invented} in ${checks}`
  note({
    what: 'false in-stock at shops whose metadata lies',
    figure,
    bar: '0',
    held: falseIn + invented === 0,
  })
  return falseIn + invented === 0
}
