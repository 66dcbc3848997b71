import type { Page } from 'playwright-core'
import { sizeOf } from '../../../core/checkout/size.ts'
import { readStock } from '../../../core/stock/read.ts'
import type { SizeStock } from '../../../core/stock/shape.ts'
import type { Walk } from '../adapter.ts'
import { readPicker } from './choose.ts'
import type { PlatformOffer } from './offer.ts'
import { readUntil } from './page.ts'
import { platformOffers } from './platform.ts'

/** How long a page may take to draw its sizes. Milliseconds. */
const APPEARS_MS = 2_500

/** The page as it stands, with what is in its open shadow roots. */
async function htmlOf(page: Page): Promise<string> {
  return page.evaluate(() => {
    const roots: ShadowRoot[] = []
    const visit = (root: Document | ShadowRoot) => {
      for (const { shadowRoot } of root.querySelectorAll('*')) {
        if (!shadowRoot) continue
        roots.push(shadowRoot)
        visit(shadowRoot)
      }
    }
    visit(document)
    return document.documentElement.getHTML({ shadowRoots: roots })
  })
}

const listedOf = ({ label, state, priceMinor }: PlatformOffer, currency: string | null): SizeStock => ({
  ...{ size: sizeOf(label) ?? '', label, state, priceMinor, currency },
  evidence: `list "${label}": ${state}`,
})

/** Lists that only a press opens: read by pressing, which chooses nothing. */
async function readOpened(walk: Walk, offers: readonly PlatformOffer[]): Promise<SizeStock[]> {
  const { facts } = walk
  const [priceMinor = null] = facts.prices
  const options = await readPicker(walk, offers)
  return options.map(({ size, label, stock: state, evidence }) => ({
    ...{ size, label, state, evidence, priceMinor, currency: facts.currency },
  }))
}

/** Whether the open product page's pair can be had, size by size, once the page has drawn them. */
export async function readPageStock(walk: Walk): Promise<SizeStock[]> {
  const { page, facts } = walk
  const offers = await platformOffers(walk)
  const listed = offers.map((offer) => listedOf(offer, facts.currency))
  const read = async () =>
    readStock({ text: await htmlOf(page), isLive: true, currency: facts.currency, listed })
  const isSized = (seen: SizeStock[]) => seen.some(({ size }) => size !== '')
  const shown = await readUntil(page, { read, wanted: isSized, ms: APPEARS_MS })
  if (isSized(shown)) return shown
  const opened = await readOpened(walk, offers)
  return opened.length > 0 ? opened : shown
}
