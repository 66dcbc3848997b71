import type { StockState } from '../../../core/stock/shape.ts'
import type { Walk } from '../adapter.ts'

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

/** Opens the cart, or the product again where there is no such page: the way on is then looked for there. */
export async function openCart({ page, productUrl, status }: Walk, path: string): Promise<void> {
  await page.goto(new URL(path, productUrl).href, { waitUntil: 'domcontentloaded' })
  if (status() === 404) await page.goto(productUrl.href, { waitUntil: 'domcontentloaded' })
}
