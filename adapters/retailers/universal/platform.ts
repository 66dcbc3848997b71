import { isSize } from '../../../core/checkout/size.ts'
import { parseHtml } from '../../../core/stock/html.ts'
import { readPicker } from '../../../core/stock/picker.ts'
import type { StockState } from '../../../core/stock/shape.ts'
import type { Walk } from '../adapter.ts'
import { shopifyOffers } from './shopify.ts'
import { wooOffers } from './woo.ts'

/** One variant as the shop's software lists it. */
export type PlatformOffer = {
  /** What the software calls the product. */
  title: string
  /** The size as it is written. */
  label: string
  state: StockState
  /** Minor units; null when the list does not say. */
  priceMinor: number | null
  /** It is the one that the page has chosen, or the only one of its size. */
  isMeant: boolean
  /** Puts one pair, and nothing else, into the cart and opens it; false when the software would not, or does not say. */
  add: () => Promise<boolean>
  /** Leads anyone to a cart with this pair. */
  resumeUrl: string
}

/** What kind of software the page says that it is made by; it names itself in every page of these. */
async function platformOf({ page }: Walk): Promise<'shopify' | 'woocommerce' | null> {
  return page.evaluate(() => {
    if ('Shopify' in window || document.querySelector('script[src*="/cdn/shop/"],link[href*="cdn.shopify"]'))
      return 'shopify'
    const isWoo = document.querySelector(
      'body.woocommerce, body[class*="woocommerce"], meta[content^="WooCommerce"]',
    )
    return isWoo ? 'woocommerce' : null
  })
}

/** The variants that the shop's own software lists, where it is one whose list is public; none otherwise. */
export async function platformOffers(walk: Walk): Promise<PlatformOffer[]> {
  const platform = await platformOf(walk)
  if (platform === null) return []
  return platform === 'shopify' ? shopifyOffers(walk) : wooOffers(walk)
}

const plainly = (text: string) =>
  text
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()

/** The list speaks of the product that the page shows, at a price that the page shows. */
function agrees({ facts }: Walk, offers: readonly PlatformOffer[]): boolean {
  const [shown, listed] = [plainly(facts.title), plainly(offers[0]?.title ?? '')]
  const isSame = shown === '' || listed === '' || shown.includes(listed) || listed.includes(shown)
  const prices = offers.flatMap(({ priceMinor }) => priceMinor ?? [])
  const isPriced =
    prices.length === 0 || facts.prices.length === 0 || prices.some((price) => facts.prices.includes(price))
  return isSame && isPriced
}

/** What the page itself says of the size outranks any list. */
async function isShownOut({ page, size }: Walk): Promise<boolean> {
  const shown = readPicker(parseHtml(await page.content())).filter(({ label }) => isSize(label, size))
  return shown.length > 0 && shown.every(({ state }) => state === 'out')
}

/**
 * The one variant of the wanted size that the list has in stock, when list and page agree about the product.
 * Undefined: the page has to be asked.
 */
export async function trustedOffer(
  walk: Walk,
  offers: readonly PlatformOffer[],
): Promise<PlatformOffer | undefined> {
  if (walk.size === '' || walk.facts.byPage) return undefined
  const sized = offers.filter(({ label, state }) => state === 'in' && isSize(label, walk.size))
  const [only, ...more] = sized.length > 1 ? sized.filter(({ isMeant }) => isMeant) : sized
  if (!only || more.length > 0 || !agrees(walk, offers)) return undefined
  return (await isShownOut(walk)) ? undefined : only
}

/** Opens the cart, or the product again where there is no such page: the way on is then looked for there. */
export async function openCart({ page, productUrl, status }: Walk, path: string): Promise<void> {
  await page.goto(new URL(path, productUrl).href, { waitUntil: 'domcontentloaded' })
  if (status() === 404) await page.goto(productUrl.href, { waitUntil: 'domcontentloaded' })
}
