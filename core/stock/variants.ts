import { inSystemOf, sizeOf } from '../checkout/size.ts'
import { sizeIn } from './entry.ts'
import { type Fields, idsOf, isFields, priceSaid, sizeSaid, stockSaid } from './record.ts'
import { stateSaid } from './said.ts'
import type { SizeStock, StockState } from './shape.ts'
import { stockWords } from './words.ts'

/** What is known of the page besides. */
export type About = {
  title: string
  url: URL | null
  currency: string | null /** Minor units. */
  prices: readonly number[]
}

type Item = { fields: Fields; label: string; state: StockState | undefined; ids: string[] }
type List = { items: Item[]; owners: readonly Fields[]; path: readonly string[] }

const MAX_NODES = 60_000
const ELSEWHERE =
  /relat|recommend|similar|up_?sell|cross_?sell|also|recent|wish|cart|basket|bundle|complete_?the|looks?$|search|facet|filter|aggregation|chart|guide|conversion/i
const OF_SIZES = /size|talla|taille|größe|groesse|maat|taglia|storlek|rozmiar|tamanho|サイズ/i
const OF_VARIANTS = /variant|sku|variation|options?$|items?$|children|offers?$|products?$|availab|simples/i
const AVAILABLE = /avail|stock|inventor|salable|quantit|qty/i

type Found = { lists: List[]; byId: Map<string, StockState> }

function keep(byId: Found['byId'], id: string, state: StockState): void {
  const known = byId.get(id)
  byId.set(id, known !== undefined && known !== state ? 'unknown' : state)
}

/** Whether what stands there is called after sizes: by its key, or by what the record around it is called. */
function isOfSizes(path: readonly string[], owners: readonly Fields[]): boolean {
  const owner = owners.at(-1)
  const called = [
    'code',
    'label',
    'name',
    'attribute',
    'attribute_code',
    'id',
    'type',
    'displayName',
    'key',
  ].map((key) => String(owner?.[key] ?? ''))
  const around = called.some((each) => each.length < 40 && stockWords.size.test(each.replace(/[_-]/g, ' ')))
  return OF_SIZES.test(path.slice(-2).join(' ')) || around || OF_VARIANTS.test(path.at(-1) ?? '')
}

/** Magento's way: an option without products is gone, and so is one that `salable` does not have. */
function byProducts(fields: Fields, owners: readonly Fields[]): StockState | undefined {
  if (!Array.isArray(fields.products)) return undefined
  if (fields.products.length === 0) return 'out'
  const salable = owners.map((owner) => owner.salable).find(isFields)
  if (!salable) return undefined
  const ofOption = Object.values(salable)
    .filter(isFields)
    .map((each) => each[String(fields.id)])
  return ofOption.some((each) => Array.isArray(each) && each.length > 0) ? 'in' : 'out'
}

function listIn(
  values: readonly Fields[],
  owners: readonly Fields[],
  path: readonly string[],
): List | undefined {
  const isSizes = isOfSizes(path, owners)
  const items = values.flatMap((fields): Item[] => {
    const label = sizeSaid(fields, isSizes)
    if (label === undefined) return []
    return [{ fields, label, state: stockSaid(fields) ?? byProducts(fields, owners), ids: idsOf(fields) }]
  })
  return items.length > 0 && items.length >= values.length * 0.6 ? { items, owners, path } : undefined
}

/** "10": true, "10": {"available": true} under a key that speaks of stock. */
function mapIn(value: Fields, path: readonly string[], owners: readonly Fields[]): List | undefined {
  const key = path.at(-1) ?? ''
  const entries = Object.entries(value)
  if (!AVAILABLE.test(key) && !OF_SIZES.test(key)) return undefined
  const items = entries.flatMap(([name, said]): Item[] => {
    if (sizeIn(name) === undefined || name.length > 12) return []
    const state = isFields(said) ? stockSaid(said) : stateSaid([[AVAILABLE.test(key) ? key : 'stock', said]])
    return state === undefined
      ? []
      : [{ fields: isFields(said) ? said : {}, label: inSystemOf(name, key), state, ids: [] }]
  })
  return items.length > 1 && items.length === entries.length ? { items, owners, path } : undefined
}

const THERE = /^(available|in_?stock|stocked|enabled)_?(sizes|tallas|variants)$/i
const GONE = /^(sold_?out|unavailable|out_?of_?stock|missing|disabled)_?(sizes|tallas|variants)$/i
const ALL = /^(all_?)?(sizes|tallas|size_?(options|range|run))$/i

/** "availableSizes": ["8"] beside "sizes": ["8", "9"]. */
function namesIn(value: Fields, owners: readonly Fields[], path: readonly string[]): List | undefined {
  const under = (words: RegExp) =>
    Object.entries(value).flatMap(([key, list]) =>
      words.test(key) && Array.isArray(list) && list.every((each) => typeof each !== 'object')
        ? list.map(String)
        : [],
    )
  const [there, gone, all] = [under(THERE), under(GONE), under(ALL)]
  if (there.length + gone.length === 0) return undefined
  const names = new Set([...there, ...gone, ...all].filter((name) => sizeIn(name) !== undefined))
  const stateOf = (name: string): StockState | undefined =>
    gone.includes(name) ? 'out' : there.includes(name) ? 'in' : there.length > 0 ? 'out' : 'in'
  const items = [...names].map((label): Item => ({ fields: {}, label, state: stateOf(label), ids: [] }))
  return items.length > 1 ? { items, owners: [...owners, value], path } : undefined
}

function visit(root: unknown): Found {
  const found: Found = { lists: [], byId: new Map() }
  const waiting: { value: unknown; owners: readonly Fields[]; path: readonly string[] }[] = [
    { value: root, owners: [], path: [] },
  ]
  let steps = 0
  for (let next = waiting.shift(); next && steps < MAX_NODES; next = waiting.shift(), steps++) {
    const { value, owners, path } = next
    const isList = Array.isArray(value)
    if (!isList && !isFields(value)) continue
    const children: unknown[] = isList ? value : Object.values(value)
    const fields = children.filter(isFields)
    const list =
      fields.length > 0 && (isList || fields.length === children.length)
        ? listIn(fields, owners, path)
        : undefined
    const map = isList ? undefined : mapIn(value, path, owners)
    const names = isList ? undefined : namesIn(value, owners, path)
    for (const each of [list, map, names]) if (each) found.lists.push(each)
    if (!isList) noteIds(found.byId, value, path.at(-1) ?? '')
    const around = isList ? owners : [...owners, value]
    const keys = isList ? undefined : Object.keys(value)
    for (const [at, child] of children.entries())
      if (typeof child === 'object' && child !== null && path.length < 40)
        waiting.push({ value: child, owners: around, path: keys ? [...path, keys[at] ?? ''] : path })
  }
  return found
}

/** What is said of a thing by its number somewhere else. */
function noteIds(byId: Found['byId'], value: Fields, key: string): void {
  const own = stockSaid(value)
  if (own !== undefined) for (const id of idsOf(value)) keep(byId, id, own)
  if (!AVAILABLE.test(key)) return
  for (const [id, said] of Object.entries(value)) {
    if (!/\d/.test(id) || id.length < 3) continue
    const state = isFields(said) ? stockSaid(said) : stateSaid([['stock', said]])
    if (state !== undefined) keep(byId, id, state)
  }
}

const plainly = (text: string) =>
  text
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()

const NAMES = ['name', 'title', 'productName', 'displayName', 'handle', 'slug', 'url', 'fullTitle', 'model']

/** Whether two names have a word in common that says something. */
function sharesWord(a: string, b: string): boolean {
  const words = new Set(a.split(' ').filter((word) => word.length > 3))
  return b.split(' ').some((word) => words.has(word))
}

const calledOf = (owner: Fields) =>
  NAMES.map((key) => owner[key])
    .filter((each) => typeof each === 'string')
    .map(plainly)
    .filter((each) => each.length > 2 && !stockWords.size.test(each) && !/colou?r/.test(each))

/** 2: the record around it is this page's product; 1: nobody says; 0: it is another's; -1: it stands among others'. */
function rankOf({ owners, path }: List, { title, url }: About): number {
  if (path.some((key) => ELSEWHERE.test(key))) return -1
  const shown = plainly(title)
  const address = plainly(url?.pathname.replace(/%[\da-f]{2}/gi, ' ') ?? '')
  const nearest = owners
    .toReversed()
    .map(calledOf)
    .find((called) => called.length > 0)
  if (!nearest) return 1
  const isThis = nearest.some((each) =>
    [
      each === shown,
      each.length > 5 && shown.includes(each),
      shown.length > 5 && each.includes(shown),
      each.length > 5 && address.endsWith(each),
    ].includes(true),
  )
  if (isThis) return 2
  return shown === '' || nearest.some((each) => sharesWord(each, shown)) ? 1 : 0
}

/** Of one colour where the address names one of its variants, or its colour. */
function chosen(items: readonly Item[], { url }: About): readonly Item[] {
  const wanted = url?.searchParams.get('variant') ?? url?.searchParams.get('sku') ?? ''
  const colourOf = ({ fields }: Item) =>
    String(fields.color ?? fields.colour ?? fields.colorName ?? fields.option1 ?? '')
  const one = items.find(({ ids }) => wanted !== '' && ids.includes(wanted))
  const asked = one
    ? colourOf(one)
    : (url?.searchParams.get('color') ?? url?.searchParams.get('colour') ?? '')
  if (asked === '' || sizeOf(asked) !== undefined) return items
  const same = items.filter((item) => plainly(colourOf(item)) === plainly(asked))
  return same.length > 0 ? same : items
}

function toStock(items: readonly Item[], byId: Found['byId'], { currency, prices }: About): SizeStock[] {
  const bySize = Map.groupBy(items, ({ label }) => sizeIn(label) ?? '')
  return [...bySize].map(([size, same]) => {
    const states = same.map(
      ({ state, ids }) => state ?? ids.map((id) => byId.get(id)).find((each) => each !== undefined),
    )
    const order = ['in', 'preorder', 'unknown', 'out'] as const
    const state = order.find((each) => states.includes(each)) ?? 'unknown'
    const best = same[Math.max(0, states.indexOf(state))]
    const priceMinor = best && currency ? priceSaid(best.fields, currency, prices) : null
    const label = best?.label ?? size
    return {
      size,
      label,
      state,
      priceMinor,
      currency: priceMinor === null ? null : currency,
      evidence: `page data "${label}": ${state}`,
    }
  })
}

/** What the page's own data says of the sizes of the page's product; empty when it says nothing that can be trusted. */
export function readVariants(values: readonly unknown[], about: About): SizeStock[] {
  const { lists, byId } = visit(values)
  const rated = lists.flatMap((list) => {
    const items = chosen(list.items, about)
    const stated = items.filter(
      ({ state, ids }) => (state ?? 'unknown') !== 'unknown' || ids.some((id) => byId.has(id)),
    )
    return stated.length > 0 && stated.length >= items.length * 0.6
      ? [{ list, items, rank: rankOf(list, about), stated: stated.length }]
      : []
  })
  const [best] = rated
    .filter(({ rank }) => rank > 0)
    .toSorted((a, b) => b.rank - a.rank || Number(b.items.length > 1) - Number(a.items.length > 1))
  return best ? toStock(best.items, byId, about) : []
}
