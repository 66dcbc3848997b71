import { z } from 'zod'
import { parsePrice } from '../../../core/checkout/price.ts'
import { sizeOf } from '../../../core/checkout/size.ts'

export type Stock = 'in' | 'out' | 'preorder' | 'unknown'
export type Variant = { size: string; stock: Stock }
export type ProductFacts = {
  title: string | null
  /** Minor units of any offer. */
  unitMinor: number | null
  currency: string | null
  variants: Variant[]
}

const text = z.union([z.string(), z.number()]).transform(String).optional().catch(undefined)
const node = z.record(z.string(), z.unknown())

/** Every object in a JSON-LD text, however nested. Text that is no JSON holds none. */
function nodesOf(json: string): Record<string, unknown>[] {
  const found: Record<string, unknown>[] = []
  const visit = (value: unknown): void => {
    if (Array.isArray(value)) {
      value.forEach(visit)
      return
    }
    const parsed = node.safeParse(value)
    if (!parsed.success) return
    found.push(parsed.data)
    Object.values(parsed.data).forEach(visit)
  }
  try {
    visit(JSON.parse(json))
  } catch {
    return []
  }
  return found
}

function isType(value: Record<string, unknown>, type: string): boolean {
  return [value['@type']].flat().includes(type)
}

/** schema.org ItemAvailability. */
function stockOf(availability: string | undefined): Stock {
  const term = availability?.split('/').at(-1) ?? ''
  if (/^(InStock|LimitedAvailability|OnlineOnly)$/.test(term)) return 'in'
  if (/^(OutOfStock|SoldOut|Discontinued|InStoreOnly)$/.test(term)) return 'out'
  return /^(PreOrder|PreSale|BackOrder)$/.test(term) ? 'preorder' : 'unknown'
}

const offerShape = z.object({
  size: text,
  name: text,
  price: text,
  priceCurrency: text,
  availability: text,
})

function sizeIn(offer: z.infer<typeof offerShape>): string | undefined {
  return sizeOf(offer.size ?? '') ?? sizeOf(/(\S+)$/.exec(offer.name ?? '')?.[1] ?? '')
}

/** What a page's JSON-LD says of its product (schema.org Product and Offer). A page may lie here: a picker outranks it. */
export function readProduct(jsonLd: readonly string[]): ProductFacts {
  const nodes = jsonLd.flatMap(nodesOf)
  const product = nodes.find((value) => isType(value, 'Product') || isType(value, 'ProductGroup'))
  const offers = nodes.filter((value) => isType(value, 'Offer')).map((value) => offerShape.parse(value))
  const priced = offers.find(({ price }) => price !== undefined)
  const currency = priced?.priceCurrency ?? null
  const price = priced?.price ? parsePrice(`${priced.price} ${currency ?? ''}`.trim()) : undefined
  return {
    title: typeof product?.name === 'string' ? product.name : null,
    unitMinor: price?.minor ?? null,
    currency,
    variants: offers.flatMap((offer) => {
      const size = sizeIn(offer)
      return size ? [{ size, stock: stockOf(offer.availability) }] : []
    }),
  }
}
