import type { Whole } from './offer.ts'
import type { Listed } from './picker.ts'
import type { SizeStock, StockState } from './shape.ts'
import type { Shown } from './shown-price.ts'

export type Sources = {
  /** What a person sees. */
  picker: readonly Listed[]
  /** What the shop's software lists. */
  platform: readonly SizeStock[]
  /** What the page tells search engines. */
  markup: readonly SizeStock[]
  /** The page as it stands in a browser, its scripts run: a size that can be chosen there is there. */
  isLive: boolean
  /** What the page says of the product as a whole. */
  whole?: Whole
  /** What it asks for it. */
  price?: Shown
  /** The page shows nothing by itself: its scripts draw it. What it tells search engines then is all there is. */
  isShell?: boolean
}
type Said = { shown: Listed | undefined; platform: SizeStock | undefined; markup: SizeStock | undefined }

const known = (said: SizeStock | undefined): StockState | undefined =>
  said && said.state !== 'unknown' ? said.state : undefined

/** Metadata that says "there" of what the page or its software says is gone: none of its promises is believed. */
export function isLying({ picker, platform, markup, whole }: Sources): boolean {
  return markup.some(({ size, state }) => {
    if (state !== 'in' && state !== 'preorder') return false
    const shown = picker.find((each) => each.size === size)
    const listed = platform.find((each) => each.size === size)
    return shown?.state === 'out' || listed?.state === 'out' || (size === '' && whole?.state === 'out')
  })
}

/** What the button that buys says of a size that is merely listed. Undefined: nothing. */
function byWhole({ picker, whole }: Sources, list: StockState | undefined): StockState | undefined {
  if (whole?.state === 'preorder') return list === 'out' ? 'unknown' : 'preorder'
  if (whole?.state !== 'out') return undefined
  // Beside sizes that are marked one by one it speaks of the one that is chosen, whichever that is.
  const isMarked = picker.some(({ state }) => state !== 'listed')
  if (list === 'in' || list === 'preorder') return isMarked ? undefined : 'unknown'
  return isMarked ? 'unknown' : 'out'
}

/** Of a size that the page merely lists. */
function ofListed(sources: Sources, list: StockState | undefined, data: StockState | undefined): StockState {
  if (sources.isLive) {
    const whole = sources.whole?.state
    if (whole === 'preorder' || list === 'preorder' || data === 'preorder') return 'preorder'
    return byWhole(sources, list) ?? 'in'
  }
  const whole = byWhole(sources, list)
  if (whole !== undefined) return whole
  return list ?? (data === 'out' ? 'unknown' : (data ?? 'in'))
}

/** Of a size that the page does not list. */
function ofUnlisted(
  { size }: { size: string },
  sources: Sources,
  said: { list: StockState | undefined; data: StockState | undefined },
): StockState {
  const { list, data } = said
  const whole = sources.whole?.state ?? undefined
  if (list && data && list !== data) return 'unknown'
  const alone = list ?? data ?? 'unknown'
  if (sources.picker.length > 0) return alone === 'out' ? 'out' : 'unknown'
  if (whole === 'out') return list === 'in' || list === 'preorder' ? 'unknown' : 'out'
  if (whole === 'preorder' && alone !== 'out') return 'preorder'
  if (size === '' && whole === 'in') return alone === 'unknown' ? 'in' : alone === 'out' ? 'unknown' : alone
  // Nothing but a promise to search engines, on a page that nobody has seen.
  return list === undefined && sources.isShell && alone !== 'out' ? 'unknown' : alone
}

/**
 * What the sources come to for one size.
 * - What the page says in words or by a choice that is off is the page's word.
 * - A choice that is merely there says little before the page's scripts have run: the software's list outranks it,
 *   so does a button that says "sold out", and metadata against it makes the size unknown.
 * - Software and metadata that contradict each other, with nothing on the page, are unknown.
 * - Metadata that was caught lying about one size promises nothing for the others.
 */
function judge(size: string, { shown, platform, markup }: Said, sources: Sources): StockState {
  const list = known(platform)
  const said = known(markup)
  const data = said !== 'out' && isLying(sources) ? undefined : said
  if (!shown) return ofUnlisted({ size }, sources, { list, data })
  if (shown.state === 'listed') return ofListed(sources, list, data)
  // To a list, what can be ordered in advance is merely available.
  if (shown.state === 'preorder' && list === 'in') return 'preorder'
  if (shown.state === 'unknown') return list ?? (sources.whole?.state === 'out' ? 'out' : 'unknown')
  return list && list !== shown.state && !sources.isLive ? 'unknown' : shown.state
}

type Price = Pick<SizeStock, 'priceMinor' | 'currency'>

/** A size's own price first; what metadata says only where it agrees with what the page shows for any size. */
function priceOf({ shown, platform, markup }: Said, { markup: all, price }: Sources): Price {
  const own = shown?.priceMinor ?? null
  const currency =
    price?.currency ??
    platform?.currency ??
    markup?.currency ??
    all.find((each) => each.currency)?.currency ??
    null
  if (own !== null) return { priceMinor: own, currency: shown?.currency ?? currency }
  if (platform && platform.priceMinor !== null)
    return { priceMinor: platform.priceMinor, currency: platform.currency ?? currency }
  const agrees = !price || all.some(({ priceMinor }) => priceMinor === price.minor)
  if (!agrees) return { priceMinor: price.minor, currency: price.currency ?? currency }
  const priced = [markup, ...all].find((each) => each && each.priceMinor !== null)
  if (markup?.priceMinor == null && price)
    return { priceMinor: price.minor, currency: price.currency ?? currency }
  return { priceMinor: priced?.priceMinor ?? null, currency: priced?.currency ?? currency }
}

function combined(size: string, said: Said, sources: Sources): SizeStock | undefined {
  const { shown, platform, markup } = said
  const whole = sources.whole?.state ? sources.whole.evidence : ''
  const first = shown ?? platform ?? markup ?? (size === '' && whole !== '' ? { size, label: '' } : undefined)
  if (!first) return undefined
  const spoken = [shown, platform, markup].flatMap((each) => each?.evidence ?? [])
  const isWhole = whole !== '' && (sources.whole?.state !== 'in' || size === '')
  const evidence = [...spoken, ...(isWhole ? [whole] : [])].join('; ')
  const { priceMinor, currency } = priceOf(said, sources)
  return { size, label: first.label, state: judge(size, said, sources), priceMinor, currency, evidence }
}

/** What several sources say of the same sizes, as one word each, with the evidence of all of them. */
export function combineStock(sources: Sources): SizeStock[] {
  const { picker, platform, markup, whole } = sources
  const sizes = new Set([...picker, ...platform, ...markup].map(({ size }) => size))
  if (sizes.size === 0 && whole?.state) sizes.add('')
  // Where sizes are named, what is said of the product as a whole is said of none of them.
  if (sizes.size > 1) sizes.delete('')
  return [...sizes].flatMap((size) => {
    const of = <Each extends { size: string }>(list: readonly Each[]) =>
      list.find((each) => each.size === size)
    return combined(size, { shown: of(picker), platform: of(platform), markup: of(markup) }, sources) ?? []
  })
}
