import { parsePrice } from '../checkout/price.ts'
import { sizeOf } from '../checkout/size.ts'
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
/** By hand: a page has hundreds of values to ask this of, and most are none. */
const isNode = (value: unknown): value is Node =>
  typeof value === 'object' && value !== null && !Array.isArray(value)
const nodeOf = (value: unknown): Node => (isNode(value) ? value : {})
const MAX_DEPTH = 24

/** A node, and the words of the products around it: a variant's size stands there. */
type Found = { node: Node; around: Node[] }

function visit(value: unknown, around: Node[]): Found[] {
  if (around.length > MAX_DEPTH) return []
  if (Array.isArray(value)) return value.flatMap((each) => visit(each, around))
  if (!isNode(value)) return []
  const inside = [value, ...around]
  return [{ node: value, around }, ...Object.values(value).flatMap((each) => visit(each, inside))]
}

/** Every object in a JSON-LD text, however nested. Text that is no JSON holds none. */
function nodesOf(json: string): Found[] {
  try {
    return visit(JSON.parse(json), [])
  } catch {
    return []
  }
}

function isType(value: Node, type: RegExp): boolean {
  return [value['@type']].flat().some((each) => typeof each === 'string' && type.test(each))
}

/** schema.org ItemAvailability. */
function stateOf(availability: unknown): StockState {
  const term = typeof availability === 'string' ? (availability.split('/').at(-1) ?? '') : ''
  if (/^(InStock|LimitedAvailability|OnlineOnly)$/.test(term)) return 'in'
  if (/^(OutOfStock|SoldOut|Discontinued|InStoreOnly)$/.test(term)) return 'out'
  return /^(PreOrder|PreSale|BackOrder)$/.test(term) ? 'preorder' : 'unknown'
}

const text = (value: unknown): string =>
  typeof value === 'string' || typeof value === 'number' ? String(value) : ''

const sized = (said: string) => (sizeOf(said) === undefined ? undefined : said)

/** A size is a text, or a SizeSpecification with a name, or one of the additional properties. */
function statedSize(value: Node): string | undefined {
  const said = text(value.size) || text(nodeOf(value.size).name)
  const extra = [value.additionalProperty]
    .flat()
    .map((each) => nodeOf(each))
    .find((each) => /^(shoe ?)?size$|größe|taille|talla/i.test(text(each?.name)))
  return sized(said) ?? sized(text(extra?.value))
}

/** "Ferryman – 9.5", "Ferryman size 9": what stands last in a name, when it is called a size or set apart. */
function sizeInName(value: Node): string | undefined {
  const [, before = '', last = ''] = /^(.*?)(\S+)$/.exec(text(value.name).trim()) ?? []
  return /(\b(size|us|eu|uk|größe|taille|talla)|[-–/|,(])\s*$/i.test(before) ? sized(last) : undefined
}

function labelFor({ node: offer, around }: Found): string {
  const item = nodeOf(offer.itemOffered)
  const variant = around.find((each) => isType(each, /Product/)) ?? {}
  const isOne = around.some((each) => each !== variant && isType(each, /^ProductGroup$/))
  const stated = [offer, item, variant].map(statedSize).find((each) => each !== undefined)
  return stated ?? sizeInName(offer) ?? sizeInName(item) ?? (isOne ? sizeInName(variant) : undefined) ?? ''
}

function priceOf(offer: Node): { minor: number | null; currency: string | null } {
  const from = { ...nodeOf([offer.priceSpecification].flat()[0]), ...offer }
  const currency = text(from.priceCurrency) || null
  const price = text(from.price) || text(from.lowPrice)
  return { minor: parsePrice(`${price} ${currency ?? ''}`.trim())?.minor ?? null, currency }
}

function offerOf(found: Found): SizeStock {
  const { minor: priceMinor, currency } = priceOf(found.node)
  const availability = text(found.node.availability).split('/').at(-1)
  const evidence = `metadata "${availability || 'no availability'}"`
  const label = labelFor(found)
  return {
    size: sizeOf(label) ?? '',
    label,
    state: stateOf(found.node.availability),
    priceMinor,
    currency,
    evidence,
  }
}

function numberOf(found: Found): { label: string; number: string }[] {
  const { node: offer, around } = found
  const item = nodeOf(offer.itemOffered)
  const variant = around.find((each) => isType(each, /Product/)) ?? {}
  const said = [offer, item, variant].flatMap(({ sku, productID }) => text(sku) || text(productID) || [])
  const [number] = said
  return number ? [{ label: labelFor(found), number }] : []
}

/** What a page's JSON-LD says of its product (schema.org Product and Offer). A page may lie here: what it shows outranks it. */
export function readMarkup(jsonLd: readonly string[]): Markup {
  const found = jsonLd.flatMap(nodesOf)
  const product = found.find(({ node: each }) => isType(each, /^Product(Group)?$/))
  const offered = found.filter(({ node: each }) => isType(each, /^(Aggregate)?Offer$/))
  const offers = offered.map(offerOf)
  const priced = offers.find(({ priceMinor }) => priceMinor !== null)
  const name = product?.node.name
  return {
    title: typeof name === 'string' ? name : null,
    unitMinor: priced?.priceMinor ?? null,
    currency: priced?.currency ?? null,
    offers,
    numbers: offered.flatMap(numberOf),
  }
}
