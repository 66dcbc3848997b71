import { combineStock, type Sources } from './combine.ts'
import { attribute, parseHtml, type Tag } from './html.ts'
import { readMarkup } from './markup.ts'
import { microdataTexts } from './microdata.ts'
import { readWhole } from './offer.ts'
import { openPage, type Page } from './page.ts'
import { pageData } from './page-data.ts'
import { pickFrom } from './picker.ts'
import type { SizeStock } from './shape.ts'
import { readShopifyProduct, shopifyStock } from './shopify.ts'
import { readShownPrice } from './shown-price.ts'
import { type About, readVariants } from './variants.ts'
import { readWooForm, readWooList, wooStock } from './woo.ts'

export type StockText = {
  /** A page's HTML, or the JSON of a shop software's public list. */
  text: string
  /** Where the product's page was, after redirects: tells it from others, and its colour where it names one. */
  url?: string | null
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

const chosenIn = (url: URL | null) => url?.searchParams.get('variant') ?? null

function fromList(json: unknown, currency: string | null, url: URL | null): SizeStock[] {
  const product = readShopifyProduct(json, currency)
  return product ? shopifyStock(product, currency, chosenIn(url)) : wooStock(readWooList(json))
}

/** Lists that stand in the page itself: a WooCommerce form, a theme's product as JSON, whatever its scripts work with. */
function embedded(page: Page, about: About): SizeStock[] {
  const { tags } = page
  const { currency } = about
  for (const tag of tags) {
    const form = attribute(tag, 'data-product_variations')
    if (form && !page.isOther(tag)) return wooStock(readWooForm(parse(form), currency))
  }
  const scripts = tags.filter((tag) => tag.name === 'script' && attribute(tag, 'type') === 'application/json')
  for (const script of scripts) {
    const product = readShopifyProduct(parse(script.children.join('')), currency)
    const isOwn = product && (page.title === '' || isAlike(product.title, page.title))
    if (isOwn && product.variants.some(({ available }) => available !== null))
      return shopifyStock(product, currency, chosenIn(about.url))
  }
  return readVariants(pageData(tags), about)
}

const plainly = (text: string) =>
  text
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()

function isAlike(one: string, other: string): boolean {
  const [a, b] = [plainly(one), plainly(other)]
  return a.includes(b) || b.includes(a)
}

const DRAWS = /\bfetch\(|XMLHttpRequest|createElement|customElements|hydrate|__NEXT_DATA__|__NUXT__/

/** Scripts that may draw what the page does not show. */
function isScripted(tags: readonly Tag[]): boolean {
  return tags.some(
    (tag) =>
      tag.name === 'script' &&
      (tag.attributes.has('src') || attribute(tag, 'type') === 'module' || DRAWS.test(tag.children.join(''))),
  )
}

type Reading = Required<Pick<StockText, 'isLive' | 'currency' | 'listed'>> & { url: URL | null }

function readPage(text: string, { isLive, currency, listed, url }: Reading): Sources {
  const page = openPage(parseHtml(text))
  const jsonLd = page.tags.filter(
    (tag) => tag.name === 'script' && /ld\+json/i.test(attribute(tag, 'type')) && !page.isOther(tag),
  )
  const texts = [
    ...jsonLd.map(({ children }) => children.join('')),
    ...microdataTexts(page.root, page.isOther),
  ]
  const markup = readMarkup(texts, { title: page.title, url })
  const { listed: picker, isEntry } = pickFrom(page)
  const price = readShownPrice(page, isEntry, currency ?? markup.currency)
  const counted = currency ?? price?.currency ?? markup.currency
  const prices = [price?.minor, ...markup.offers.map(({ priceMinor }) => priceMinor)].filter(
    (each) => typeof each === 'number',
  )
  const platform =
    listed.length > 0 ? listed : embedded(page, { title: page.title, url, currency: counted, prices })
  const whole = readWhole(page, isEntry)
  const isShell =
    !isLive && picker.length === 0 && platform.length === 0 && whole.state !== 'in' && isScripted(page.tags)
  return { picker, platform, markup: markup.offers, isLive, whole, price, isShell }
}

/** What each source in a text says, before anybody is believed. Pure; a text that says nothing has none. */
export function readSources({
  text,
  url = null,
  isLive = false,
  currency = null,
  listed = [],
}: StockText): Sources {
  const trimmed = text.trimStart()
  const at = url !== null && URL.canParse(url) ? new URL(url) : null
  if (/^[[{]/.test(trimmed))
    return { picker: [], platform: fromList(parse(trimmed), currency, at), markup: [], isLive }
  return readPage(text, { isLive, currency, listed, url: at })
}

/**
 * Whether a product can be had, size by size, from text alone: JSON-LD, microdata, the public lists of Shopify and
 * WooCommerce, and what the page lets a person choose from. Pure; any text is fine, one that says nothing yields nothing.
 * @see combineStock for what happens when they disagree
 */
export function readStock(text: StockText): SizeStock[] {
  return combineStock(readSources(text))
}
