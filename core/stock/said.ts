import type { StockState } from './shape.ts'
import { stockWords } from './words.ts'

// What shops' own data calls the stock of a thing: attributes of a page's tags and the keys of the JSON that its scripts
// hold follow no standard, and look alike everywhere.

const YES =
  /^(is|has|in)?(available|availableforsale|instock|hasstock|onstock|stockavailable|orderable|purchas(e)?able|buyable|sell?able|saleable|salable|selectable|isinstockonline|variantavailable|availableonline|canbuy|canpurchase|cart(able)?|addtocart)$/
const NO =
  /^(is)?(soldout|outofstock|oos|unavailable|nostock|notavailable|exhausted|depleted|issoldoutonline|disabled|isdisabled|crossedout)$/
const EARLY = /^(is|on|available(on|for))?(preorder|preorderable|backorder|backordered|presale|onbackorder)$/
const COUNT =
  /^(in)?(stock|inventory|qty|quantity)?(stock|inventory|qty|quantity|level|count|availabletosell|ats|atp|onhand|units|remaining|left|available)$/
const TERM =
  /^(stock|inventory|availability|available|product|variant|shipping|purchase|sale)?(availability|status|state|stock|level|availabilitystatus|stockstatus|inventory|stocklevelstatus|levelstatus|type|text|label|message)$/
/** Booleans that are only true of what the shop sells at all. */
const FIRM = /^(is)?(available|availableforsale)$/

/** "data-inStock", "is_in_stock" and "in-stock" are one. */
const keyOf = (key: string) =>
  key
    .replace(/^data-/, '')
    .replace(/[^a-z\d]/gi, '')
    .toLowerCase()

const TERMS: readonly [RegExp, StockState][] = [
  [
    /^(outofstock.*|soldout|sold|unavailable|notavailable.*|oos|nostock|none|discontinued|instoreonly|notinstock|empty|exhausted|comingsoon|notify.*|waitlist|backinstock.*|depleted|out|nicht.*|agotado|ausverkauft)$/,
    'out',
  ],
  [
    /^(preorder|presale|backorder|backordered|onbackorder|availableforpreorder|availableforbackorder|availableonbackorder|preorderable)$/,
    'preorder',
  ],
  [
    /^(instock.*|available|availableforsale|limitedavailability|limited|limitedstock|lowstock|low|lastpieces|lastitems|few|fewleft|onlyafewleft|medium|high|onlineonly|buyable|orderable|in|lieferbar|disponible|enstock)$/,
    'in',
  ],
]

/** A term of stock, of schema.org or of a shop's own: "https://schema.org/InStock", "OUT_OF_STOCK", "Sold out". */
export function termState(term: string): StockState | undefined {
  const last = term.trim().replace(/\/$/, '').split('/').at(-1) ?? ''
  const plain = last.replace(/[^a-z]/gi, '').toLowerCase()
  const known = TERMS.find(([words]) => words.test(plain))?.[1]
  if (known || term.length > 60) return known
  if (stockWords.out.test(term)) return 'out'
  if (stockWords.preorder.test(term)) return 'preorder'
  return stockWords.in.test(term) ? 'in' : undefined
}

/** A boolean, or a word or number for one. */
function truthOf(value: unknown): boolean | undefined {
  if (typeof value === 'boolean') return value
  const word = String(value).trim().toLowerCase()
  if (/^(true|yes|y|1)$/.test(word)) return true
  return /^(false|no|n|0)$/.test(word) ? false : undefined
}

const numberOf = (value: unknown): number | undefined => {
  const text = typeof value === 'number' || typeof value === 'string' ? String(value).trim() : ''
  return /^-?\d{1,9}(\.0+)?$/.test(text) ? Number(text) : undefined
}

type Word = {
  state: StockState /** How plainly it is said: booleans and terms before counts. */
  rank: number
}

function wordOf(name: string, value: unknown): Word | undefined {
  const key = keyOf(name)
  const truth = truthOf(value)
  if (EARLY.test(key)) return truth === true ? { state: 'preorder', rank: 4 } : undefined
  if (YES.test(key) && truth !== undefined && (typeof value !== 'number' || value <= 1))
    return { state: truth ? 'in' : 'out', rank: FIRM.test(key) ? 3 : 2 }
  if (NO.test(key) && truth !== undefined) {
    if (truth) return { state: 'out', rank: 3 }
    return /disabled|crossed/.test(key) ? undefined : { state: 'in', rank: 2 }
  }
  const count = COUNT.test(key) ? numberOf(value) : undefined
  if (count !== undefined) return { state: count > 0 ? 'in' : 'out', rank: 1 }
  const term =
    TERM.test(key) || YES.test(key) ? (typeof value === 'string' ? termState(value) : undefined) : undefined
  return term && { state: term, rank: 2 }
}

/**
 * What named values say of the stock of the thing that they belong to; undefined when they say nothing of it. Values that
 * contradict each other, none of them plainer than the other, are `unknown`.
 */
export function stateSaid(pairs: Iterable<readonly [string, unknown]>): StockState | undefined {
  const words = [...pairs].flatMap(([name, value]) => wordOf(name, value) ?? [])
  if (words.length === 0) return undefined
  const isOut = words.some(({ state, rank }) => state === 'out' && rank > 1)
  const early = words.some(({ state }) => state === 'preorder')
  const isIn = words.some(({ state, rank }) => state === 'in' && rank > 1)
  if (isOut) return 'out'
  if (early) return 'preorder'
  const counted = words.filter(({ rank }) => rank === 1)
  if (!isIn) return counted.some(({ state }) => state === 'in') ? 'in' : 'out'
  const isFirm = words.some(({ state, rank }) => state === 'in' && rank === 3)
  return !isFirm && counted.length > 0 && counted.every(({ state }) => state === 'out') ? 'unknown' : 'in'
}
