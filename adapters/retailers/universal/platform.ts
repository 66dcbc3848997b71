import { isSize } from '../../../core/checkout/size.ts'
import { parseHtml } from '../../../core/stock/html.ts'
import { readPicker } from '../../../core/stock/picker.ts'
import type { Walk } from '../adapter.ts'
import type { PlatformOffer } from './offer.ts'
import { shopifyOffers } from './shopify.ts'
import { wooOffers } from './woo.ts'

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
