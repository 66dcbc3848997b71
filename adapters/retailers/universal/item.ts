import type { Page } from 'playwright-core'
import { parsePrice } from '../../../core/checkout/price.ts'
import { readMarkup } from '../../../core/stock/markup.ts'
import type { Walk } from '../adapter.ts'
import { readMetadata, readShownPrice } from './page.ts'

/** What a page's first such element says, or carries in an attribute; empty without one. */
async function firstOf(page: Page, selector: string, attribute?: string): Promise<string> {
  const element = page.locator(selector).first()
  if ((await element.count()) === 0) return ''
  const text = attribute
    ? await element.getAttribute(attribute)
    : await element.textContent({ timeout: 5000 })
  return text?.replace(/\s+/g, ' ').trim() ?? ''
}

/** The first heading; of a page without one what it tells others that it is. */
async function titleOf(page: Page, inMetadata: string | null): Promise<string> {
  return (
    (await firstOf(page, 'h1')) ||
    inMetadata ||
    (await firstOf(page, 'meta[property="og:title"]', 'content')) ||
    (await firstOf(page, 'h2'))
  )
}

/** Notes what the page of a product says of it now: a size may have a price, and a name, of its own. */
export async function noteItem({ page, facts }: Walk): Promise<void> {
  const product = readMarkup(await readMetadata(page))
  const shown = parsePrice((await readShownPrice(page)) ?? '')
  facts.title = (await titleOf(page, product.title)) || facts.title
  facts.prices = [shown?.minor, product.unitMinor].filter((price) => typeof price === 'number')
  // A sign that is not the metadata's currency: what is shown is what is charged.
  const isOther = shown?.currency && shown.currency !== 'USD' && shown.currency !== product.currency
  facts.currency = isOther ? shown.currency : product.currency
}
