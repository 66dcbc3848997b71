import { z } from 'zod'
import { parsePrice } from '../checkout/price.ts'
import { sizeOf } from '../checkout/size.ts'
import { readLoosely } from './literal.ts'
import { termState } from './said.ts'
import type { SizeStock, StockState } from './shape.ts'

export type Markup = {
  title: string | null
  /** Minor units of any offer. */
  unitMinor: number | null
  currency: string | null
  /** One for each offer that names its size, and those for the product as a whole with an empty size. */
  offers: SizeStock[]
  /** What the shop calls a size in its books (sku, productID), where an offer or its variant says so. */
  numbers: { label: string; number: string }[]
}

type Node = Record<string, unknown>
const node = z.record(z.string(), z.unknown())
const MAX_DEPTH = 24
const isNode = (value: unknown): value is Node => typeof value === 'object' && value !== null

/** A node, the nodes around it, nearest first, and the keys that lead to it. */
type Found = { node: Node; around: Node[]; keys: readonly string[] }

function visit(value: unknown, around: Node[], keys: readonly string[]): Found[] {
  if (around.length > MAX_DEPTH) return []
  if (Array.isArray(value)) return value.flatMap((each) => visit(each, around, keys))
  if (!isNode(value)) return []
  const inside = [value, ...around]
  const below = Object.entries(value).flatMap(([key, each]) =>
    typeof each === 'object' ? visit(each, inside, [...keys, key]) : [],
  )
  return [{ node: value, around, keys }, ...below]
}

/** Every object in a JSON-LD text, however nested. Text that is no JSON holds none. */
const nodesOf = (json: string): Found[] => visit(readLoosely(json), [], [])

function isType(value: Node, type: RegExp): boolean {
  return [value['@type']].flat().some((each) => typeof each === 'string' && type.test(each))
}

/** schema.org ItemAvailability, as shops write it. */
function stateOf({ availability, inventoryLevel }: Node): StockState {
  const [first] = [availability].flat()
  const term = typeof first === 'string' ? first : text(node.safeParse(first).data?.['@id'])
  const level = node.safeParse(inventoryLevel).data?.value ?? inventoryLevel
  const state = termState(term) ?? 'unknown'
  return state === 'in' && (level === 0 || level === '0') ? 'unknown' : state
}

const text = (value: unknown): string =>
  typeof value === 'string' || typeof value === 'number' ? String(value) : ''

const sized = (said: string) => (sizeOf(said) === undefined ? undefined : said)

/** A size is a text, or a SizeSpecification with a name, or one of the additional properties. */
function statedSize(value: Node): string | undefined {
  const spec = node.safeParse(value.size)
  const said = text(value.size) || (spec.success ? text(spec.data.name) : '')
  const extra = [value.additionalProperty]
    .flat()
    .map((each) => node.safeParse(each).data)
    .find((each) => /^(shoe ?)?size$|größe|taille|talla/i.test(text(each?.name)))
  return sized(said) ?? sized(text(extra?.value))
}

/** "Ferryman – 9.5", "Ferryman size 9": what stands last in a name, when it is called a size or set apart. */
function sizeInName(value: Node): string | undefined {
  const [, before = '', last = ''] = /^(.*?)(\S+)$/.exec(text(value.name).trim()) ?? []
  return /(\b(size|us|eu|uk|größe|taille|talla)|[-–/|,(])\s*$/i.test(before) ? sized(last) : undefined
}

function labelFor({ node: offer, around }: Found): string {
  const item = node.safeParse(offer.itemOffered).data ?? {}
  const variant = around.find((each) => isType(each, /Product/)) ?? {}
  const isOne = around.some((each) => each !== variant && isType(each, /^ProductGroup$/))
  const stated = [offer, item, variant].map(statedSize).find((each) => each !== undefined)
  return stated ?? sizeInName(offer) ?? sizeInName(item) ?? (isOne ? sizeInName(variant) : undefined) ?? ''
}

/** A number of a machine's is decimal, whatever its length: "149.990" is no hundred thousand. */
function plainAmount(value: unknown): string {
  const said = typeof value === 'number' ? String(Math.round(value * 1e6) / 1e6) : text(value).trim()
  const [, whole, fraction] = /^(\d+)\.(\d{1,2})0+$/.exec(said) ?? []
  return whole === undefined ? said : `${whole}.${fraction}`
}

/** What is struck through beside it is not asked. */
const isOld = (spec: Node) => /ListPrice|Strikethrough|MSRP|SRP|RegularPrice/i.test(text(spec.priceType))

function priceOf(offer: Node): { minor: number | null; currency: string | null } {
  const specs = [offer.priceSpecification].flat().flatMap((each): Node[] => {
    const spec = node.safeParse(each)
    return spec.success ? [spec.data] : []
  })
  const spec = specs.find((each) => !isOld(each)) ?? specs[0]
  const from: Node = spec ? { ...spec, ...offer } : offer
  const currency = text(from.priceCurrency).trim().toUpperCase() || null
  const [low, high] = [plainAmount(from.lowPrice), plainAmount(from.highPrice)]
  // "From 90" is the price of some size.
  const price = plainAmount(from.price) || (high === '' || high === low ? low : '')
  return { minor: parsePrice(`${price} ${currency ?? ''}`.trim())?.minor ?? null, currency }
}

function offerOf(found: Found): SizeStock {
  const { minor: priceMinor, currency } = priceOf(found.node)
  const availability = text([found.node.availability].flat()[0]).split('/').at(-1)
  const evidence = `metadata "${availability || 'no availability'}"`
  const label = labelFor(found)
  return {
    size: sizeOf(label) ?? '',
    label,
    state: stateOf(found.node),
    priceMinor,
    currency,
    evidence,
  }
}

function numberOf(found: Found): { label: string; number: string }[] {
  const { node: offer, around } = found
  const item = node.safeParse(offer.itemOffered).data ?? {}
  const variant = around.find((each) => isType(each, /Product/)) ?? {}
  const said = [offer, item, variant].flatMap(({ sku, productID }) => text(sku) || text(productID) || [])
  const [number] = said
  return number ? [{ label: labelFor(found), number }] : []
}

const OTHERS =
  /^(isRelatedTo|isSimilarTo|isAccessoryOrSparePartFor|isConsumableFor|mentions|review|itemListElement)$/

const plainly = (said: unknown) =>
  text(said)
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()

/** What the page is about, where somebody knows: its heading, its address. */
export type AboutPage = { title?: string; url?: URL | null }

/** How likely a product is the page's own: 3 by its address, 2 by its name, 1 when nothing says so. */
function likeness({ node: product }: Found, { title = '', url }: AboutPage): number {
  const address = text(product.url) || text(product['@id'])
  const path = url && address !== '' && URL.canParse(address, url) ? new URL(address, url).pathname : ''
  if (url && path === url.pathname && path.length > 1) return 3
  const [name, shown] = [plainly(product.name), plainly(title)]
  if (name === '' || shown === '') return 1
  return name === shown ||
    (name.length > 3 && shown.includes(name)) ||
    (shown.length > 3 && name.includes(shown))
    ? 2
    : 1
}

/** The products of the page itself: variants of one product are several, and those below others are none of them. */
function mainOf(found: readonly Found[], about: AboutPage): Set<Node> {
  const products = found.filter(
    ({ node: each, around, keys }) =>
      isType(each, /^Product(Group|Model)?$|^IndividualProduct$/) &&
      !keys.some((key) => OTHERS.test(key)) &&
      !around.some((outer) => isType(outer, /^Product(Group)?$/)),
  )
  const rated = products.map((each) => ({ each, rank: likeness(each, about) }))
  const best = Math.max(...rated.map(({ rank }) => rank))
  const [first] = rated.filter(({ rank }) => rank === best)
  const stem = plainly(first?.each.node.name).split(' ').slice(0, 2).join(' ')
  const isSame = ({ each: { node: other }, rank }: (typeof rated)[number]) =>
    rank === best || (stem !== '' && plainly(other.name).startsWith(stem))
  const same = best > 1 ? rated.filter(isSame) : rated
  return new Set(same.map(({ each }) => each.node))
}

/**
 * What a page's JSON-LD says of its product (schema.org Product and Offer). A page may lie here: what it shows outranks it.
 * @param about tells the page's own product from others that it names
 */
export function readMarkup(jsonLd: readonly string[], about: AboutPage = {}): Markup {
  const found = jsonLd.flatMap(nodesOf)
  const main = mainOf(found, about)
  const isMain = ({ node: each, around, keys }: Found) =>
    main.has(each) ||
    around.some((outer) => main.has(outer)) ||
    (main.size === 0 && !keys.some((key) => OTHERS.test(key)))
  const product = found.find(({ node: each }) => main.has(each))
  const offered = found.filter(
    (each) =>
      isType(each.node, /^(Aggregate)?Offer$/) && isMain(each) && !each.keys.some((key) => OTHERS.test(key)),
  )
  const offers = offered.map(offerOf)
  const priced = offers.find(({ priceMinor }) => priceMinor !== null)
  const name = product?.node.name
  return {
    title: typeof name === 'string' ? name : null,
    unitMinor: priced?.priceMinor ?? null,
    currency: priced?.currency ?? offers.find(({ currency }) => currency !== null)?.currency ?? null,
    offers,
    numbers: offered.flatMap(numberOf),
  }
}
