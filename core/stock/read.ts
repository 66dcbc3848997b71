import { combineStock, type Sources } from './combine.ts'
import { attribute, parseHtml, type Tag, tagsIn } from './html.ts'
import { readMarkup } from './markup.ts'
import { microdataTexts } from './microdata.ts'
import { readPicker } from './picker.ts'
import type { SizeStock } from './shape.ts'
import { readShopifyProduct, shopifyStock } from './shopify.ts'
import { readWooForm, readWooList, wooStock } from './woo.ts'

export type StockText = {
  /** A page's HTML, or the JSON of a shop software's public list. */
  text: string
  /** True when the text is what a browser shows, scripts run; false when it is what the server sent. */
  isLive?: boolean
  /** What the shop is known to charge in; null: the text has to say. */
  currency?: string | null
  /** What the shop's software lists, where somebody asked it. */
  listed?: readonly SizeStock[]
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}

function fromList(json: unknown, currency: string | null): SizeStock[] {
  const product = readShopifyProduct(json, currency)
  return product ? shopifyStock(product, currency) : wooStock(readWooList(json))
}

/** Lists that stand in the page itself: a WooCommerce form, a theme's product as JSON. */
function embedded(tags: readonly Tag[], currency: string | null): SizeStock[] {
  for (const tag of tags) {
    const form = attribute(tag, 'data-product_variations')
    if (form) return wooStock(readWooForm(parse(form), currency))
  }
  const scripts = tags.filter((tag) => tag.name === 'script' && attribute(tag, 'type') === 'application/json')
  for (const script of scripts) {
    const product = readShopifyProduct(parse(script.children.join('')), currency)
    if (product?.variants.some(({ available }) => available !== null)) return shopifyStock(product, currency)
  }
  return []
}

/** What each source in a text says, before anybody is believed. Pure; a text that says nothing has none. */
export function readSources({ text, isLive = false, currency = null, listed = [] }: StockText): Sources {
  const trimmed = text.trimStart()
  if (/^[[{]/.test(trimmed))
    return { picker: [], platform: fromList(parse(trimmed), currency), markup: [], isLive }
  const root = parseHtml(text)
  const tags = tagsIn(root)
  const jsonLd = tags.filter(
    (tag) => tag.name === 'script' && attribute(tag, 'type') === 'application/ld+json',
  )
  const markup = readMarkup([...jsonLd.map(({ children }) => children.join('')), ...microdataTexts(root)])
  const platform = listed.length > 0 ? listed : embedded(tags, currency ?? markup.currency)
  return { picker: readPicker(root), platform, markup: markup.offers, isLive }
}

/**
 * Whether a product can be had, size by size, from text alone: JSON-LD, microdata, the public lists of Shopify and
 * WooCommerce, and what the page lets a person choose from. Pure; any text is fine, one that says nothing yields nothing.
 * @see combineStock for what happens when they disagree
 */
export function readStock(text: StockText): SizeStock[] {
  return combineStock(readSources(text))
}
