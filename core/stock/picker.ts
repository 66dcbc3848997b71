import { parsePrice } from '../checkout/price.ts'
import { entriesOf } from './entries.ts'
import { type Entry, type Said, saidAt, sizesAround } from './entry.ts'
import { attribute, closest, type Tag } from './html.ts'
import { openPage, type Page } from './page.ts'
import type { StockState } from './shape.ts'

/** One size as a page lists it. `listed`: it is there, and nothing beside it says whether it can be had. */
export type Listed = {
  size: string
  label: string
  state: StockState | 'listed'
  evidence: string
  /** What stands beside it, where it has a price of its own. Minor units. */
  priceMinor?: number
  currency?: string | null
}

type List = { entries: Entry[]; rank: number; order: number }

/** The lowest tag around an entry that holds other sizes too. */
function listOf({ tag, kind }: Entry, around: ReadonlyMap<Tag, ReadonlySet<string>>): Tag {
  for (let up: Tag | null = tag; up; up = up.parent) {
    if (kind === 'select' && up.name === 'select') return up
    if (up !== tag && (around.get(up)?.size ?? 0) > 1) return up
  }
  return tag.parent ?? tag
}

/** Rows of one grid are one list: their boxes lie side by side. */
function keyOf(entry: Entry, around: ReadonlyMap<Tag, ReadonlySet<string>>): Tag | string {
  if (entry.kind === 'radio' && attribute(entry.tag, 'type') === 'radio' && attribute(entry.tag, 'name'))
    return `radio ${attribute(entry.tag, 'name')}`
  const list = listOf(entry, around)
  return entry.kind === 'select' || entry.kind === 'row' ? list : (list.parent ?? list)
}

const LIKELY: Readonly<Record<Entry['kind'], number>> = { select: 3, radio: 2, press: 1, row: 0 }

function listsOf(entries: readonly Entry[], around: ReadonlyMap<Tag, ReadonlySet<string>>): List[] {
  const byKind = Map.groupBy(entries, ({ kind }) => kind)
  const lists = [...byKind.values()].flatMap((same) => [
    ...Map.groupBy(same, (entry) => keyOf(entry, around)).values(),
  ])
  return lists.map((list) => ({
    entries: list,
    rank: (list.some(({ isNamed }) => isNamed) ? 10 : 0) + LIKELY[list[0]?.kind ?? 'row'],
    order: entries.indexOf(list[0] as Entry),
  }))
}

/** The likeliest list of sizes: one called so, then a select, then radios, then whatever stands in a row. */
function bestOf(lists: readonly List[]): Entry[] {
  const [best] = lists
    .filter(({ entries, rank }) => entries.length > 1 || rank >= 10)
    .toSorted((a, b) => b.rank - a.rank || a.order - b.order)
  if (!best) return []
  const named = best.entries.filter(({ isNamed }) => isNamed)
  return named.length > 1 ? named : best.entries
}

type Telling = { page: Page; around: ReadonlyMap<Tag, ReadonlySet<string>> }

/** What is said at each entry of a list. What all of them say to screen readers alike is said of none. */
function tell(entries: readonly Entry[], { page: { looks }, around }: Telling): (StockState | 'listed')[] {
  const isMany = new Set(entries.map(({ size }) => size)).size > 1
  const said = entries.map((entry) => saidAt(entry, { looks, around, isMany }))
  const isChorus = isMany && said.every(({ heard }) => heard === 'out')
  const isMarked = said.some(({ shown }) => shown === 'out')
  const isCalled = said.some(({ isThere }) => isThere)
  const stateOf = ({ shown, heard, isThere }: Said) => {
    if (isCalled && !isThere && shown === undefined) return 'out'
    if (shown !== undefined && shown !== 'in') return shown
    if (isChorus) return isMarked ? (shown ?? 'listed') : 'unknown'
    return heard === 'out' || heard === 'preorder' ? heard : (shown ?? heard ?? 'listed')
  }
  return said.map(stateOf)
}

type Told = { entry: Entry; state: StockState | 'listed' }

/** Two that call the same size the same are one: gone if one says so. Of two widths or colours one is enough. */
function merge(told: readonly Told[]): Listed | undefined {
  const byLabel = [...Map.groupBy(told, ({ entry }) => entry.evidence.replace(/^\S+ /, '')).values()]
  const each = byLabel.flatMap(
    (same) =>
      same.find(({ state }) => state === 'out') ??
      same.find(({ state }) => state !== 'listed') ??
      same[0] ??
      [],
  )
  const nested = each.filter(
    ({ entry, state }) =>
      state === 'out' || !each.some((other) => other.state === 'out' && isAround(other.entry.tag, entry.tag)),
  )
  const best = nested.find(({ state }) => state !== 'out') ?? nested[0]
  if (!best) return undefined
  const { size, evidence } = best.entry
  const label = /^\S+ "(.*)"$/.exec(evidence)?.[1] ?? size
  return { size, label, state: best.state, evidence, ...pricedIn(best.entry.says) }
}

function isAround(a: Tag, b: Tag): boolean {
  for (const [outer, inner] of [
    [a, b],
    [b, a],
  ] as const)
    for (let up: Tag | null = inner; up; up = up.parent) if (up === outer) return true
  return false
}

/** What another list of the same sizes says is gone: the list that scripts keep up to date may be either. */
function goneIn(lists: readonly List[], best: readonly Entry[], telling: Telling): Map<string, string> {
  const gone = new Map<string, string>()
  const chosen = new Set(best)
  for (const { entries } of lists) {
    if (entries.some((entry) => chosen.has(entry))) continue
    const sizes = new Set(entries.map(({ size }) => size))
    const shared = best.filter(({ size }) => sizes.has(size))
    if (shared.length < Math.min(2, sizes.size) || shared.length === 0) continue
    const states = tell(entries, telling)
    for (const [at, { size, evidence }] of entries.entries())
      if (states[at] === 'out') gone.set(size, evidence)
  }
  return gone
}

export type Picked = {
  listed: Listed[]
  /** True of what stands for one size, and of what is in it. */
  isEntry: (tag: Tag) => boolean
}

const MAX_WORDS = 80
/** A sign before its number, or else behind it: of "9 $150" the nine is a size. */
const BEFORE =
  /(?:(?:US|CA|A|AU|NZ|HK)?[$€£¥]|\b(?:USD|EUR|GBP|CAD|AUD|SEK|NOK|DKK|PLN|CHF|JPY|kr\.?))\s?\d[\d.,’']*/g
const BEHIND =
  /(?<![\d.,])\d[\d.,’']*\s?(?:[€£円]|kr\b|zł|Kč|(?:USD|EUR|GBP|CAD|AUD|SEK|NOK|DKK|PLN|CHF|JPY)\b)/g

/** "10 – $160": the price that stands in an entry's own words; none where it says how much more it is. */
function pricedIn(says: string): Pick<Listed, 'priceMinor' | 'currency'> {
  const [words = ''] = says.split(' ; ')
  if (words.length > MAX_WORDS || /[+(]\s*(?:[A-Z]{3}\s?)?[$€£¥]?\s?\d/.test(words)) return {}
  const before = words.match(BEFORE) ?? []
  const found = before.length > 0 ? before : (words.match(BEHIND) ?? [])
  const price = found.length === 1 ? parsePrice(found[0]) : undefined
  return price && price.minor > 0 ? { priceMinor: price.minor, currency: price.currency } : {}
}

/** The sizes that an opened page lists for a person to choose from, each once. */
export function pickFrom(page: Page): Picked {
  const found = entriesOf(page)
  const around = sizesAround(found)
  // A box whose words are those of several sizes in a row stands for none of them.
  const entries = found.filter(({ tag }) => (around.get(tag)?.size ?? 0) <= 1)
  const lists = listsOf(entries, around)
  const best = bestOf(lists)
  const telling = { page, around }
  const states = tell(best, telling)
  const told = best.map((entry, at): Told => ({ entry, state: states[at] ?? 'listed' }))
  const gone = goneIn(lists, best, telling)
  const listed = [...Map.groupBy(told, ({ entry }) => entry.size).values()].flatMap((same): Listed[] => {
    const one = merge(same)
    if (!one) return []
    const elsewhere = gone.get(one.size)
    if (!elsewhere || one.state === 'out') return [one]
    const state = one.state === 'listed' ? 'out' : 'unknown'
    return [{ ...one, state, evidence: `${one.evidence}; ${elsewhere}` }]
  })
  const own = new Set(entries.flatMap(({ tag, label }) => (label ? [tag, label] : [tag])))
  return { listed, isEntry: (tag) => closest(tag, (each) => own.has(each)) !== undefined }
}

/** The same of a page's tree, without more. */
export function readPicker(root: Tag): Listed[] {
  return pickFrom(openPage(root)).listed
}
