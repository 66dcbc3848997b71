import { parsePrice } from '../../../core/checkout/price.ts'
import { readMarkup } from '../../../core/stock/markup.ts'
import type { Walk } from '../adapter.ts'
import { readMetadata, readShownPrice, readTitle } from './page.ts'

/** Notes what the page of a product says of it now: a size may have a price, and a name, of its own. */
export async function noteItem({ page, facts }: Walk): Promise<void> {
  const product = readMarkup(await readMetadata(page))
  const inMetadata = product.title ?? ''
  const [price, title] = await Promise.all([readShownPrice(page, inMetadata), readTitle(page, inMetadata)])
  const shown = parsePrice(price ?? '')
  facts.title = title || facts.title
  facts.prices = [shown?.minor, product.unitMinor].filter((price) => typeof price === 'number')
  // A sign that is not the metadata's currency: what is shown is what is charged.
  const isOther = shown?.currency && shown.currency !== 'USD' && shown.currency !== product.currency
  facts.currency = isOther ? shown.currency : product.currency
}
