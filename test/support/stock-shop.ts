import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { gzipSync } from 'node:zlib'
import { Guests, type HouseRules, houseRules } from './stock-shop-guests.ts'
import {
  challengePage,
  type Lie,
  type Product,
  pageOf,
  type ShopState,
  shopifyList,
  type Telling,
  wooList,
  wooParent,
} from './stock-shop-pages.ts'

export type { Lie, ShopState, Telling } from './stock-shop-pages.ts'

/** What becomes of a request instead of its answer. */
export type Trouble =
  /** Retry-After in seconds or as a date (whole seconds, both); without `retryAfter` it names no time. */
  | { kind: 'status'; status: number; retryAfter?: number; as?: 'seconds' | 'date' }
  /** 403, or 200 as some do. */
  | { kind: 'challenge'; status?: 200 | 403 }
  | { kind: 'slow'; ms: number }
  /** Never answers. */
  | { kind: 'hang' }
  /** The line is cut in the middle of the answer. */
  | { kind: 'cut' }
  | { kind: 'redirect'; to: string; status?: 301 | 302 | 307 }

export type StockShopOptions = {
  products?: number
  /** As written at the shop. */
  sizes?: readonly string[]
  /** One for all, or for each product in turn. */
  telling?: Telling | readonly Telling[]
  lie?: Lie
  /** What a size is before anything is flipped. */
  first?: ShopState
  priceMinor?: number
  /** Which validators answers carry. */
  validators?: 'both' | 'etag' | 'date' | 'none'
  /** Null: there is none (404). By default one that says what the house rules are. */
  robots?: string | null
  rules?: Partial<HouseRules>
  port?: number
}

/** A change at the shop. `at`: milliseconds since 1970. */
export type Flip = {
  product: number
  size: string
  before: ShopState
  after: ShopState
  at: number
  version: number
}

export type StockShop = {
  origin: string
  url: (product: number) => string
  /** Changes the truth, of several sizes of a product at once if need be; what is so already is no change. */
  set: (product: number, states: Readonly<Record<string, ShopState>>) => void
  stateOf: (product: number, size: string) => ShopState
  tellingOf: (product: number) => Telling
  setPrice: (product: number, priceMinor: number) => void
  lie: (product: number, lie: Lie) => void
  /** Every change since it opened. */
  flips: Flip[]
  versionOf: (product: number) => number
  /** The latest version of a product that was sent to somebody in full, or that a 304 was about. */
  servedOf: (product: number) => number
  /** What the next requests for pages and lists meet; robots.txt is meant with `robots`. Until healed by default. */
  suffer: (trouble: Trouble, more?: { times?: number; robots?: boolean }) => void
  heal: () => void
  setRobots: (text: string | null) => void
  guests: Guests
  close: () => Promise<void>
}

type Content = { type: string; text: string; product: Product }
type Packed = { version: string; plain: Buffer; gzip: Buffer }

const SIZES = ['8', '8.5', '9', '9.5', '10']
const PRICE = 15_000

function robotsOf({ forbidden, crawlDelayMs }: HouseRules): string {
  const delay = crawlDelayMs > 0 ? [`Crawl-delay: ${crawlDelayMs / 1000}`] : []
  return ['User-agent: *', ...forbidden.map((path) => `Disallow: ${path}`), ...delay, ''].join('\n')
}

function productsOf({
  products = 1,
  sizes = SIZES,
  telling = 'page',
  lie = 'none',
  ...more
}: StockShopOptions) {
  const tellings = typeof telling === 'string' ? [telling] : telling
  return Array.from({ length: products }, (_, index): Product => {
    const stock = new Map(sizes.map((size): [string, ShopState] => [size, more.first ?? 'out']))
    const told = tellings[index % tellings.length] ?? 'page'
    const when = { version: 1, changedAt: Date.now() }
    return { handle: `p${index}`, telling: told, lie, stock, priceMinor: more.priceMinor ?? PRICE, ...when }
  })
}

/** What is at an address; undefined: nothing. */
function contentOf(products: readonly Product[], url: URL): Content | undefined {
  const at = (number: string | null | undefined) => products[Number(number ?? 'none')]
  const page = /^\/products\/p(\d+)(\.js)?$/.exec(url.pathname)
  const asked = at(page?.[1])
  if (asked && page?.[2] && asked.telling !== 'shopify') return undefined
  if (asked && page?.[2]) return { type: 'application/json', text: shopifyList(asked), product: asked }
  if (asked) return { type: 'text/html; charset=utf-8', text: pageOf(asked), product: asked }
  if (url.pathname !== '/wp-json/wc/store/v1/products') return undefined
  const [slug, parent] = [url.searchParams.get('slug')?.slice(1), url.searchParams.get('parent[]')]
  const product = at(slug) ?? at(parent)
  if (product?.telling !== 'woo') return undefined
  const text = slug === undefined ? wooList(product) : wooParent(product, Number(slug))
  return { type: 'application/json', text, product }
}

const wholeSecond = (ms: number) => Math.floor(ms / 1000) * 1000

class Shop {
  readonly products: Product[]
  readonly guests: Guests
  readonly flips: Flip[] = []
  readonly served = new Map<Product, number>()
  robots: string | null
  trouble: { trouble: Trouble; left: number; robots: boolean } | undefined
  readonly #packed = new Map<string, Packed>()
  readonly #given = new Set<string>()
  readonly #validators: NonNullable<StockShopOptions['validators']>

  constructor(options: StockShopOptions) {
    const rules = { ...houseRules, ...options.rules }
    this.products = productsOf(options)
    this.guests = new Guests(rules)
    this.robots = options.robots === undefined ? robotsOf(rules) : options.robots
    this.#validators = options.validators ?? 'both'
  }

  of(product: number): Product {
    const found = this.products[product]
    if (!found) throw new Error(`the shop has no product ${product}`)
    return found
  }

  touch(product: Product): void {
    product.version++
    product.changedAt = Date.now()
  }

  set(index: number, states: Readonly<Record<string, ShopState>>): void {
    const product = this.of(index)
    const changed = Object.entries(states).filter(([size, state]) => product.stock.get(size) !== state)
    if (changed.length === 0) return
    this.touch(product)
    const { version, changedAt: at } = product
    for (const [size, after] of changed) {
      const before = product.stock.get(size)
      if (after === 'preorder' && product.telling === 'shopify')
        throw new Error("Shopify's list does not tell a preorder")
      if (before === undefined) throw new Error(`the shop has no size ${size}`)
      product.stock.set(size, after)
      this.flips.push({ product: index, size, before, after, at, version })
    }
  }

  #pack(path: string, content: Content): Packed {
    const version = `${content.product.handle}-${content.product.version}`
    const known = this.#packed.get(path)
    if (known?.version === version) return known
    const plain = Buffer.from(content.text)
    const packed = { version, plain, gzip: gzipSync(plain) }
    this.#packed.set(path, packed)
    return packed
  }

  #isNew({ headers }: IncomingMessage, tag: string, product: Product): boolean {
    const [match, since] = [headers['if-none-match'], headers['if-modified-since']]
    if (match !== undefined && /both|etag/.test(this.#validators)) return match !== tag
    if (since === undefined || !/both|date/.test(this.#validators)) return true
    return wholeSecond(product.changedAt) > Date.parse(since)
  }

  /** The answer itself. */
  give(asked: IncomingMessage, answer: ServerResponse): void {
    const url = new URL(asked.url ?? '/', 'http://shop')
    if (url.pathname === '/robots.txt') {
      answer.writeHead(this.robots === null ? 404 : 200, { 'content-type': 'text/plain' })
      return void answer.end(this.robots ?? '')
    }
    const content = contentOf(this.products, url)
    if (!content) return void answer.writeHead(404, { 'content-type': 'text/html' }).end('<h1>Not found</h1>')
    const { product } = content
    const { version, plain, gzip } = this.#pack(asked.url ?? '/', content)
    const isZipped = /\bgzip\b/.test(String(asked.headers['accept-encoding'] ?? ''))
    const tag = `W/"${version}"`
    if (/both|etag/.test(this.#validators)) answer.setHeader('etag', tag)
    if (/both|date/.test(this.#validators))
      answer.setHeader('last-modified', new Date(product.changedAt).toUTCString())
    answer.setHeader('vary', 'accept-encoding')
    this.served.set(product, product.version)
    if (!this.#isNew(asked, tag, product)) {
      this.guests.notModified++
      return void answer.writeHead(304).end()
    }
    const isAsked = asked.headers['if-none-match'] ?? asked.headers['if-modified-since']
    if (this.#validators !== 'none' && !isAsked && this.#given.has(asked.url ?? '/'))
      this.guests.unconditional++
    this.#given.add(asked.url ?? '/')
    if (isZipped) this.guests.gzipped++
    const body = isZipped ? gzip : plain
    const zipped = isZipped ? { 'content-encoding': 'gzip' } : {}
    answer
      .writeHead(200, { 'content-type': content.type, 'content-length': body.length, ...zipped })
      .end(body)
  }

  #troubleFor({ url = '/' }: IncomingMessage): Trouble | undefined {
    const now = this.trouble
    if (!now || now.left <= 0 || (url.startsWith('/robots.txt') && !now.robots)) return undefined
    now.left--
    return now.trouble
  }

  #refuse(answer: ServerResponse, { status, retryAfter, as }: Extract<Trouble, { kind: 'status' }>): void {
    if (retryAfter !== undefined) {
      const at = Date.now() + retryAfter * 1000
      const date = new Date(Math.ceil(at / 1000) * 1000)
      this.guests.askToWait(as === 'date' ? date.getTime() : at)
      answer.setHeader('retry-after', as === 'date' ? date.toUTCString() : String(retryAfter))
    }
    answer.writeHead(status, { 'content-type': 'text/html' }).end(`<h1>Error ${status}</h1>`)
  }

  answer(asked: IncomingMessage, answer: ServerResponse): void {
    const trouble = this.#troubleFor(asked)
    if (!trouble) this.give(asked, answer)
    else if (trouble.kind === 'status') this.#refuse(answer, trouble)
    else if (trouble.kind === 'challenge')
      answer.writeHead(trouble.status ?? 403, { 'content-type': 'text/html' }).end(challengePage)
    else if (trouble.kind === 'slow') setTimeout(() => this.give(asked, answer), trouble.ms)
    else if (trouble.kind === 'redirect')
      answer.writeHead(trouble.status ?? 302, { location: trouble.to }).end()
    else if (trouble.kind === 'cut') {
      answer.writeHead(200, { 'content-type': 'text/html', 'content-length': 10_000 })
      answer.write('<!doctype html><html>', () => asked.socket.destroy())
    }
  }
}

/** Everything that it can be told while it is open. */
function handleOf(shop: Shop, origin: string): Omit<StockShop, 'close'> {
  return {
    origin,
    url: (product) => `${origin}/products/${shop.of(product).handle}`,
    set: (product, states) => shop.set(product, states),
    stateOf: (product, size) => shop.of(product).stock.get(size) ?? 'out',
    tellingOf: (product) => shop.of(product).telling,
    setPrice: (product, priceMinor) => {
      shop.of(product).priceMinor = priceMinor
      shop.touch(shop.of(product))
    },
    lie: (product, lie) => {
      shop.of(product).lie = lie
      shop.touch(shop.of(product))
    },
    flips: shop.flips,
    versionOf: (product) => shop.of(product).version,
    servedOf: (product) => shop.served.get(shop.of(product)) ?? 0,
    suffer: (trouble, { times = Number.POSITIVE_INFINITY, robots = false } = {}) => {
      shop.trouble = { trouble, left: times, robots }
    },
    heal: () => {
      shop.trouble = undefined
    },
    setRobots: (text) => {
      shop.robots = text
    },
    guests: shop.guests,
  }
}

/** A shop whose stock a test flips, told in several ways, which writes down how its guests behave. */
export async function startStockShop(options: StockShopOptions = {}): Promise<StockShop> {
  const shop = new Shop(options)
  const server = createServer((asked, answer) => {
    const leave = shop.guests.enter(asked)
    // Heard before anything that its guest may send next.
    const end = answer.end.bind(answer)
    answer.end = (...args: unknown[]) => {
      leave()
      return Reflect.apply(end, answer, args)
    }
    answer.once('close', leave)
    shop.answer(asked, answer)
  })
  server.keepAliveTimeout = 60_000
  server.on('connection', () => {
    shop.guests.connections++
  })
  await new Promise<void>((resolve) => server.listen(options.port ?? 0, '127.0.0.1', resolve))
  const { port } = server.address() as AddressInfo
  const close = async () => {
    server.closeAllConnections()
    await new Promise((resolve) => server.close(resolve))
  }
  return { ...handleOf(shop, `http://127.0.0.1:${port}`), close }
}
