import { z } from 'zod'
import { decimalsOf, parsePrice } from '../checkout/price.ts'
import { inSystemOf, sizeOf } from '../checkout/size.ts'
import type { SizeStock } from './shape.ts'

const id = z.union([z.string(), z.number()]).transform(String)
const word = z.string().nullable().catch(null)

/** `/products/HANDLE.js` (prices in hundredths, stock) and `/products/HANDLE.json` (prices as text, often no stock). */
const variantShape = z.object({
  id,
  title: z.string(),
  available: z.boolean().optional(),
  price: z.union([z.number(), z.string()]).nullable().catch(null),
  price_currency: word,
  option1: word,
  option2: word,
  option3: word,
})
const productShape = z.object({
  title: z.string(),
  options: z
    .array(z.union([z.string(), z.object({ name: z.string() }).transform(({ name }) => name)]))
    .catch([]),
  variants: z.array(variantShape).min(1).max(2_000),
})

export type ShopifyVariant = {
  id: string
  /** The size as it is written; empty when the product is sold in none. */
  label: string
  /** The other options: colour, width. */
  others: string[]
  /** Null: the list does not say. */
  available: boolean | null
  /** Minor units; null without a currency to count them in. */
  priceMinor: number | null
}
export type ShopifyProduct = { title: string; variants: ShopifyVariant[] }

const CALLED = /\bsizes?\b|größe|groesse|taille|talla|pointure|taglia|maat|tamanho|サイズ/i

/** Hundredths of the currency's unit, whatever its decimals; a text is an amount as written. */
function minorOf(price: string | number | null, currency: string | null): number | null {
  if (currency === null || price === null) return null
  if (typeof price === 'string') return parsePrice(`${price} ${currency}`)?.minor ?? null
  const minor = price / 10 ** (2 - decimalsOf(currency))
  return Number.isInteger(minor) && minor >= 0 ? minor : null
}

type Variant = z.infer<typeof variantShape>

/** Which option is the size: the one called so, else the one that reads like sizes throughout. */
function sizeAt(options: readonly string[], rows: readonly (readonly string[])[]): number {
  const called = options.findIndex((name) => CALLED.test(name))
  if (called >= 0) return called
  return [0, 1, 2].findIndex((at) => rows.every((row) => sizeOf(row[at] ?? '') !== undefined))
}

const rowOf = ({ option1, option2, option3, title }: Variant): string[] => {
  const row = [option1, option2, option3].filter((each) => each !== null)
  return row.length > 0 ? row : title.split(' / ')
}

/**
 * A product as Shopify's public list gives it; undefined when this is none.
 * @param currency what the page or the cart names; the list itself often names none
 * @see https://shopify.dev/docs/api/ajax/reference/product
 */
export function readShopifyProduct(
  json: unknown,
  currency: string | null = null,
): ShopifyProduct | undefined {
  const wrapped = z.object({ product: z.unknown() }).safeParse(json)
  const parsed = productShape.safeParse(wrapped.success ? wrapped.data.product : json)
  if (!parsed.success) return undefined
  const rows = parsed.data.variants.map(rowOf)
  const at = sizeAt(parsed.data.options, rows)
  const variants = parsed.data.variants.map((each, index): ShopifyVariant => {
    const row = rows[index] ?? []
    return {
      id: each.id,
      label: inSystemOf(row[at] ?? '', parsed.data.options[at] ?? ''),
      others: row.filter((_, place) => place !== at),
      available: each.available ?? null,
      priceMinor: minorOf(each.price, each.price_currency ?? currency),
    }
  })
  return { title: parsed.data.title, variants }
}

/** Those of the colour and width of one of them; all where nobody names one. */
function like(variants: readonly ShopifyVariant[], chosen: string | null): readonly ShopifyVariant[] {
  const one = chosen === null ? undefined : variants.find(({ id: each }) => each === chosen)
  return one ? variants.filter(({ others }) => others.join('/') === one.others.join('/')) : variants
}

/**
 * What the list says of each size; a size is there when any of its variants is.
 * @param chosen the number of a variant, as it stands in the page's address: others of its colour count alone
 */
export function shopifyStock(
  product: ShopifyProduct,
  currency: string | null,
  chosen: string | null = null,
): SizeStock[] {
  const bySize = Map.groupBy(like(product.variants, chosen), ({ label }) => sizeOf(label) ?? '')
  return [...bySize].flatMap(([size, variants]) => {
    const best = variants.find(({ available }) => available) ?? variants[0]
    if (!best) return []
    const isSilent = variants.some(({ available }) => available === null)
    const state = best.available ? 'in' : isSilent ? 'unknown' : 'out'
    const evidence = `list "${best.label || product.title}": available ${best.available ?? 'not said'}`
    return [{ size, label: best.label, state, priceMinor: best.priceMinor, currency, evidence }]
  })
}
