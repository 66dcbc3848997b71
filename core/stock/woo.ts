import { z } from 'zod'
import { decimalsOf } from '../checkout/price.ts'
import { inSystemOf, sizeOf } from '../checkout/size.ts'
import type { SizeStock, StockState } from './shape.ts'

const id = z.union([z.string(), z.number()]).transform(String)
const text = z.string().catch('')

/** A product or a variation in the Store API v1, `/wp-json/wc/store/v1/products`. */
const listedShape = z.object({
  id,
  name: text,
  variation: text,
  is_in_stock: z.boolean(),
  is_purchasable: z.boolean().catch(true),
  is_on_backorder: z.boolean().catch(false),
  prices: z
    .object({ price: text, currency_code: z.string(), currency_minor_unit: z.int().min(0).max(6) })
    .nullable()
    .catch(null),
})

/** A variation in the page's own form, `data-product_variations`. */
const embeddedShape = z.object({
  variation_id: id,
  attributes: z.record(z.string(), z.string()),
  is_in_stock: z.boolean(),
  is_purchasable: z.boolean().catch(true),
  backorders_allowed: z.boolean().catch(false),
  display_price: z.number().nullable().catch(null),
  availability_html: text,
})

export type WooVariation = {
  id: string
  /** The size as it is written; empty when the product is sold in none. */
  label: string
  others: string[]
  state: StockState
  priceMinor: number | null
  currency: string | null
}

const CALLED = /size|größe|groesse|taille|talla|pointure|taglia|maat|tamanho|サイズ/i
type Pair = { name: string; value: string }

/** "Color: Bone, Size: 10" as its parts. */
function pairsOf(variation: string): Pair[] {
  return variation.split(/,\s+(?=[^:,]+:)/).flatMap((part) => {
    const [, name = '', value = ''] = /^([^:]+):\s*(.+)$/.exec(part.trim()) ?? []
    return value ? [{ name, value }] : []
  })
}

/** The size: what is called so, else the only part that reads like one. */
function split(pairs: readonly Pair[]): Pick<WooVariation, 'label' | 'others'> {
  const size = pairs.find(({ name }) => CALLED.test(name)) ?? pairs.find(({ value }) => sizeOf(value))
  const label = size ? inSystemOf(size.value, size.name) : ''
  return { label, others: pairs.filter((pair) => pair !== size).map(({ value }) => value) }
}

/** The Store API counts in a currency's own minor units, or says in how many. */
function minorOf({ prices }: z.infer<typeof listedShape>): number | null {
  if (!prices || !/^\d+$/.test(prices.price)) return null
  const minor = Number(prices.price) * 10 ** (decimalsOf(prices.currency_code) - prices.currency_minor_unit)
  return Number.isInteger(minor) ? minor : null
}

function listed(each: z.infer<typeof listedShape>): WooVariation {
  const { is_in_stock: isIn, is_purchasable: isSold, is_on_backorder: isLate, prices } = each
  const state = !isIn || !isSold ? 'out' : isLate ? 'preorder' : 'in'
  const currency = prices?.currency_code ?? null
  return { id: each.id, ...split(pairsOf(each.variation)), state, priceMinor: minorOf(each), currency }
}

/**
 * Products or variations as WooCommerce's Store API lists them; empty when this is no such list.
 * @see https://developer.woocommerce.com/docs/apis/store-api/resources-endpoints/products
 */
export function readWooList(json: unknown): WooVariation[] {
  const parsed = z
    .array(listedShape)
    .max(2_000)
    .safeParse(Array.isArray(json) ? json : [json])
  return parsed.success ? parsed.data.map(listed) : []
}

/** "10-5" and "us-10" are slugs of "10.5" and "US 10". */
function unslug(value: string): string {
  const half = value.replace(/^((?:us|eu|uk)-)?(\d{1,2})-(\d)$/, '$1$2.$3')
  const words = half.replace(/-/g, ' ')
  return sizeOf(half) === undefined && sizeOf(words) !== undefined ? words : half
}

/** The variations that stand in a WooCommerce page's form. `display_price` is in units: needs the page's currency. */
export function readWooForm(json: unknown, currency: string | null): WooVariation[] {
  const parsed = z.array(embeddedShape).max(2_000).safeParse(json)
  if (!parsed.success) return []
  return parsed.data.map((each) => {
    const pairs = Object.entries(each.attributes).map(([name, value]) => ({ name, value: unslug(value) }))
    const isSold = each.is_in_stock && each.is_purchasable
    const isLate = /available-on-backorder/.test(each.availability_html)
    const minor =
      currency && each.display_price !== null ? each.display_price * 10 ** decimalsOf(currency) : null
    return {
      ...{ id: each.variation_id, ...split(pairs), state: !isSold ? 'out' : isLate ? 'preorder' : 'in' },
      ...{ priceMinor: minor === null ? null : Math.round(minor), currency },
    }
  })
}

/** What the list says of each size; a size is there when any of its variations is. */
export function wooStock(variations: readonly WooVariation[]): SizeStock[] {
  const bySize = Map.groupBy(variations, ({ label }) => sizeOf(label) ?? '')
  return [...bySize].flatMap(([size, same]) => {
    const best =
      same.find(({ state }) => state === 'in') ?? same.find(({ state }) => state !== 'out') ?? same[0]
    if (!best) return []
    const { label, state, priceMinor, currency } = best
    return [{ size, label, state, priceMinor, currency, evidence: `list "${label || best.id}": ${state}` }]
  })
}
