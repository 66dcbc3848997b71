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

/**
 * Metadata that says "gone" of a size that the page lists is believed no more where it was caught lying, and where the
 * page tells what is gone from what is there and has a button that buys: its list is one that knows.
 */
function isOverruled(sources: Sources): boolean {
  const { picker, markup, whole } = sources
  const shown = new Set(picker.map(({ size }) => size))
  const isTelling =
    picker.some(({ state }) => state === 'out') || markup.some(({ size }) => size !== '' && !shown.has(size))
  return isLying(sources) || (isTelling && whole?.state === 'in')
}

type Others = { list: StockState | undefined; data: StockState | undefined }

/** Of a size that the page merely lists. */
function ofListed(sources: Sources, { list, data }: Others): StockState {
  const whole = byWhole(sources, list)
  if (sources.isLive) {
    const isEarly = whole === 'preorder' || list === 'preorder' || data === 'preorder'
    return isEarly ? 'preorder' : (whole ?? 'in')
  }
  if (whole !== undefined) return whole
  if (list) return list
  return data === 'out' && !isOverruled(sources) ? 'unknown' : data === 'preorder' ? 'preorder' : 'in'
}

/** Of a size that the page does not list. */
function ofUnlisted(size: string, sources: Sources, { list, data }: Others): StockState {
  const { picker, whole, isShell } = sources
  const alone = list ?? data ?? 'unknown'
  // Beside others that can be chosen it cannot be, whatever is promised to search engines.
  if (picker.length > 0) return list === 'in' || list === 'preorder' ? 'unknown' : 'out'
  if (whole?.state === 'out') return list === 'in' || list === 'preorder' ? 'unknown' : 'out'
  if (whole?.state === 'preorder' && alone !== 'out') return 'preorder'
  if (size === '' && whole?.state === 'in')
    return alone === 'unknown' ? 'in' : alone === 'out' ? 'unknown' : alone
  // Nothing but a promise to search engines, on a page that nobody has seen.
  return list === undefined && isShell && alone !== 'out' ? 'unknown' : alone
}

/**
 * What the sources come to for one size.
 * - What the page says in words or by a choice that is off is the page's word.
 * - A choice that is merely there says little before the page's scripts have run: the software's list outranks it,
 *   so does a button that says "sold out", and metadata against it makes the size unknown, unless the page shows that
 *   it knows what is gone.
 * - A size that the page does not list beside others is gone; what the software lists there is unknown.
 * - Software outranks metadata. Metadata that was caught lying about one size promises nothing for the others.
 */
function judge(size: string, { shown, platform, markup }: Said, sources: Sources): StockState {
  const list = known(platform)
  const said = known(markup)
  const others: Others = { list, data: said !== 'out' && isLying(sources) ? undefined : said }
  if (!shown) return ofUnlisted(size, sources, others)
  const { state } = shown
  if (state === 'listed' || (state === 'unknown' && sources.whole?.state === 'in'))
    return ofListed(sources, others)
  if (state === 'unknown') return list ?? (sources.whole?.state === 'out' ? 'out' : 'unknown')
  // To a list, what can be ordered in advance is merely available.
  if (state === 'preorder' && list === 'in') return 'preorder'
  return list && list !== state && !sources.isLive ? 'unknown' : state
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
