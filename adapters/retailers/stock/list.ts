import { z } from 'zod'
import type { SizeStock } from '../../../core/stock/shape.ts'
import { readShopifyProduct, shopifyStock } from '../../../core/stock/shopify.ts'
import { type ListSource, wooVariations } from '../../../core/stock/source.ts'
import { readWooList, wooStock } from '../../../core/stock/woo.ts'

const parentShape = z.array(z.object({ id: z.number() })).min(1)

/** JSON at an address of the shop, by whoever keeps the manners; undefined when it is not to be had. */
export type AskJson = (url: string) => Promise<unknown>

/** The address of the list itself, where only the product's name is known: one question more. Null: there is no such list. */
export async function findList(source: ListSource, ask: AskJson): Promise<ListSource | null> {
  if (source.reader === 'shopify' || !source.isParent) return source
  const [parent] = parentShape.safeParse(await ask(source.url)).data ?? []
  const api = source.url.replace(/\/products\?.*$/, '')
  return parent ? { reader: 'woo', url: wooVariations(api, parent.id), isParent: false } : null
}

/** What the answer of such a list says, size by size; empty when it is none. */
export function readList(source: ListSource, json: unknown, currency: string | null): SizeStock[] {
  if (source.reader === 'woo') return wooStock(readWooList(json))
  const counted = source.currency ?? currency
  const product = readShopifyProduct(json, counted)
  return product ? shopifyStock(product, counted) : []
}
