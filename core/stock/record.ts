import { decimalsOf, parsePrice } from '../checkout/price.ts'
import { inSystemOf } from '../checkout/size.ts'
import { sizeIn } from './entry.ts'
import { stateSaid } from './said.ts'
import type { StockState } from './shape.ts'
import { stockWords } from './words.ts'

// What a record of a shop's own data says of a size, whatever it calls it.

export type Fields = Readonly<Record<string, unknown>>

export const isFields = (value: unknown): value is Fields =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

const scalar = (value: unknown): string =>
  typeof value === 'string' || typeof value === 'number' ? String(value).trim() : ''

const SIZE =
  /^(shoe|product|display|item|variant|sku|locali[sz]ed|nike|selected|us|eu|uk|mens?|womens?|main)?[ _-]?size[ _-]?(name|label|value|text|display|us|eu|uk|title|description|displayname|run)?$/i
const SIZE_ELSEWHERE =
  /^(attribute_)?(pa_)?(talla|taille|pointure|groesse|größe|grosse|maat|taglia|storlek|storrelse|størrelse|rozmiar|tamanho|numero|velikost|koko|サイズ|size)$/i
const NAMES = [
  'label',
  'name',
  'displayName',
  'displayValue',
  'value',
  'title',
  'text',
  'public_title',
  'us',
  'US',
]
const OPTIONS =
  /^(selected_?options?|options?|attributes|variation_?attributes|variation_?values|option_?values|properties|characteristics|specs)$/i

const isSizeKey = (key: string) => SIZE.test(key) || SIZE_ELSEWHERE.test(key)

function named(value: unknown, key: string): string | undefined {
  const texts = isFields(value) ? NAMES.map((name) => scalar(value[name])) : [scalar(value)]
  const said = texts.find((each) => sizeIn(each) !== undefined)
  return said === undefined ? undefined : inSystemOf(said, key.replace(/[_-]/g, ' '))
}

/** "Size: 10" as a pair of its own, among other pairs. */
function fromOptions(value: unknown): string | undefined {
  if (isFields(value)) {
    const key = Object.keys(value).find(isSizeKey)
    return key === undefined ? undefined : named(value[key], key)
  }
  for (const each of Array.isArray(value) ? value : []) {
    if (!isFields(each)) continue
    const called = ['name', 'label', 'key', 'code', 'id', 'attribute', 'type', 'displayName']
      .map((key) => scalar(each[key]))
      .join(' ')
    const said =
      stockWords.size.test(called.replace(/[_-]/g, ' ')) &&
      named(
        { ...each, name: null, label: null, ...(each.value === undefined ? { label: each.label } : {}) },
        called,
      )
    if (said) return said
  }
  return undefined
}

/**
 * The size that a record is of, as it is written there; undefined: of none.
 * @param isOfSizes what the record stands in is called after sizes: then its mere name is one
 */
export function sizeSaid(fields: Fields, isOfSizes: boolean): string | undefined {
  const keys = Object.keys(fields)
  for (const key of keys) {
    const said = isSizeKey(key)
      ? named(fields[key], key)
      : OPTIONS.test(key)
        ? fromOptions(fields[key])
        : undefined
    if (said !== undefined) return said
  }
  const option = ['option1', 'option2', 'option3']
    .map((key) => scalar(fields[key]))
    .find((each) => sizeIn(each))
  if (option !== undefined) return option
  if (!isOfSizes) return undefined
  const texts = NAMES.map((name) => scalar(fields[name]))
  const tails = texts.map((each) => /[-–/|,]\s*((?:(?:us|eu|uk)\s*)?[\w.½]+)$/i.exec(each)?.[1] ?? '')
  return [...texts, ...tails].find((each) => sizeIn(each) !== undefined)
}

const ABOUT_STOCK = /stock|avail|inventor|status|offers?$|purchas|sku|fulfil|delivery/i

/** What a record says of its stock, by itself or in what is right below it. */
export function stockSaid(fields: Fields, depth = 0): StockState | undefined {
  const own = stateSaid(Object.entries(fields).filter(([, value]) => typeof value !== 'object'))
  if (own !== undefined || depth > 1) return own
  for (const [key, value] of Object.entries(fields)) {
    if (!ABOUT_STOCK.test(key)) continue
    const all = (Array.isArray(value) ? value : [value]).filter(isFields)
    const states = all.flatMap((each) => stockSaid(each, depth + 1) ?? [])
    const best = (['in', 'preorder', 'unknown', 'out'] as const).find((state) => states.includes(state))
    if (best) return best
  }
  return undefined
}

const ID =
  /^(id|_id|uid|uuid|sku|sku_?id|variant_?id|variation_?id|code|upc|ean|gtin\d*|product_?id|article_?(number|no|id)|part_?number|pid|item_?id|merch_?sku(_?id)?|simple_?id|value_?index)$/i

/** What a record is called by others. */
export function idsOf(fields: Fields): string[] {
  const own = Object.entries(fields).flatMap(([key, value]) => (ID.test(key) ? scalar(value) || [] : []))
  const below = ['products', 'variants', 'variantIds', 'skus', 'productIds'].flatMap((key) => {
    const list = fields[key]
    return Array.isArray(list) ? list.map((each) => (isFields(each) ? '' : scalar(each))) : []
  })
  return [...own, ...below].filter((id) => id.length > 1)
}

const PRICES =
  /^(final|sale|sales|current|special|selling|discounted?|now|offer|display|promo|unit|base|regular|list)?_?-?(price|amount)s?_?(value|amount|incl_?tax|in_?cents|cents|minor|final|sale|with_?tax)?$/i
const FIRST = /^(final|sale|sales|current|special|selling|discounted?|now|offer|promo)/i
const INSIDE = [
  'finalPrice',
  'sale',
  'sales',
  'current',
  'now',
  'amount',
  'value',
  'price',
  'centAmount',
  'formatted',
  'formattedPrice',
  'final',
]

function amount(value: unknown, key: string, currency: string): number[] {
  const decimals = 10 ** decimalsOf(currency)
  const text = scalar(value)
  if (typeof value === 'string' && !/^\d+$/.test(text)) {
    const read = /^\d+\.\d+$/.test(text)
      ? Number(text) * decimals
      : parsePrice(`${text} ${/[A-Z]{3}/.test(text) ? '' : currency}`.trim())?.minor
    return read === undefined ? [] : [Math.round(read)]
  }
  const number = Number(text)
  if (text === '' || !(number >= 0)) return []
  if (/cent|minor/i.test(key)) return [number]
  if (!Number.isInteger(number)) return [Math.round(number * decimals)]
  // 150 is a price in units, 15000 may be one in either: the page has to show it.
  return number < 1_000 || decimals === 1
    ? [number * decimals, number]
    : [number, number * decimals, Number.NaN]
}

function amounts(value: unknown, key: string, currency: string): number[] {
  if (!isFields(value)) return amount(value, key, currency)
  for (const name of INSIDE) {
    const found = value[name] === undefined ? [] : amounts(value[name], name, currency)
    if (found.length > 0) return found
  }
  return []
}

/**
 * What a record costs, in minor units; null when it says nothing, or nobody can tell what its number counts.
 * @param shown prices that the page is known to ask, in minor units: they tell cents from units
 */
export function priceSaid(fields: Fields, currency: string, shown: readonly number[]): number | null {
  const keys = Object.keys(fields).filter((key) => PRICES.test(key))
  const sorted = keys.toSorted((a, b) => Number(FIRST.test(b)) - Number(FIRST.test(a)))
  for (const key of sorted) {
    const found = amounts(fields[key], key, currency)
    const known = found.find((each) => shown.includes(each))
    if (known !== undefined) return known
    const [first] = found
    if (first !== undefined && !found.some(Number.isNaN) && first > 0) return first
  }
  return null
}
