import type { Listed } from './picker.ts'
import type { SizeStock, StockState } from './shape.ts'

export type Sources = {
  /** What a person sees. */
  picker: readonly Listed[]
  /** What the shop's software lists. */
  platform: readonly SizeStock[]
  /** What the page tells search engines. */
  markup: readonly SizeStock[]
  /** The page as it stands in a browser, its scripts run: a size that can be chosen there is there. */
  isLive: boolean
}
type Said = { shown: Listed | undefined; platform: SizeStock | undefined; markup: SizeStock | undefined }

const known = (said: SizeStock | undefined): StockState | undefined =>
  said && said.state !== 'unknown' ? said.state : undefined

/**
 * What the sources come to for one size.
 * - What the page says in words or by a choice that is off is the page's word.
 * - A choice that is merely there says little before the page's scripts have run: the software's list outranks it,
 *   and metadata against it makes the size unknown.
 * - Software and metadata that contradict each other, with nothing on the page, are unknown.
 */
function judge({ shown, platform, markup }: Said, { isLive, picker }: Sources): StockState {
  const [list, data] = [known(platform), known(markup)]
  if (shown && shown.state !== 'listed') {
    // To a list, what can be ordered in advance is merely available.
    if (shown.state === 'preorder' && list === 'in') return 'preorder'
    if (list && list !== shown.state && !isLive) return 'unknown'
    return shown.state
  }
  if (shown && isLive) return list === 'preorder' || data === 'preorder' ? 'preorder' : 'in'
  if (list && data && list !== data && !shown) return 'unknown'
  if (shown) return list ?? (data === 'out' ? 'unknown' : (data ?? 'in'))
  const alone = list ?? data ?? 'unknown'
  // The page offers other sizes and not this one.
  return alone !== 'out' && picker.length > 0 ? 'unknown' : alone
}

function combined(said: Said, sources: Sources): SizeStock | undefined {
  const { shown, platform, markup } = said
  const first = shown ?? platform ?? markup
  if (!first) return undefined
  const evidence = [shown, platform, markup].flatMap((each) => each?.evidence ?? []).join('; ')
  const priced = [platform, markup, ...sources.markup].find((each) => each && each.priceMinor !== null)
  return {
    ...{ size: first.size, label: first.label, state: judge(said, sources), evidence },
    ...{ priceMinor: priced?.priceMinor ?? null, currency: priced?.currency ?? null },
  }
}

/** What several sources say of the same sizes, as one word each, with the evidence of all of them. */
export function combineStock(sources: Sources): SizeStock[] {
  const { picker, platform, markup } = sources
  const sizes = new Set([...picker, ...platform, ...markup].map(({ size }) => size))
  // Where sizes are named, what is said of the product as a whole is said of none of them.
  if (sizes.size > 1) sizes.delete('')
  return [...sizes].flatMap((size) => {
    const of = <Each extends { size: string }>(list: readonly Each[]) =>
      list.find((each) => each.size === size)
    return combined({ shown: of(picker), platform: of(platform), markup: of(markup) }, sources) ?? []
  })
}
