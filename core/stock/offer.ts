import { wordState } from './entry.ts'
import { attribute, closest, type Tag } from './html.ts'
import { isHidden, seenWords } from './looks.ts'
import { hintsOf, type Page } from './page.ts'
import type { StockState } from './shape.ts'
import { stockWords } from './words.ts'

/** What a page says of its product as a whole. */
export type Whole = {
  /** In words, where it says so; `in` only of a button that puts it into the cart. Null: it says nothing. */
  state: Extract<StockState, 'in' | 'out' | 'preorder'> | null
  evidence: string
}

const SAYS =
  /\b(stock|availab|sold ?out|inventory|in ?stock|product ?status|delivery ?status|verfugbar|lager|dispo)/i
/** Themes leave these in every page and hide them by their style sheets. */
const BADGE = /\b(badge|sticker|tag|flag|ribbon|price|notif\p{L}*|alert)\b/iu
const isChrome = (tag: Tag) => /^(header|footer|nav|dialog|aside)$/.test(tag.name)
const MAX_WORDS = 80

function isButton(tag: Tag): boolean {
  if (tag.name === 'button') return true
  if (tag.name === 'input') return /^(submit|button|image)$/i.test(attribute(tag, 'type'))
  if (tag.name === 'a')
    return attribute(tag, 'role') === 'button' || /\b(btn|button|cta|add to)\b/i.test(hintsOf(tag))
  return attribute(tag, 'role') === 'button'
}

const CARTS = /\b(add ?to ?(cart|bag|basket)|buy|atc|product ?form|purchase|checkout)\b/i

type Button = { words: string; state: StockState | undefined; isBuy: boolean; isOff: boolean }

/** A button of the product's own: by its words, or by what it or its form is called. */
function buttonOf(tag: Tag, { looks, isOther }: Page): Button | undefined {
  if (!isButton(tag) || isHidden(tag, looks) || isOther(tag) || closest(tag, isChrome)) return undefined
  const words = (
    seenWords(tag, looks, MAX_WORDS) ||
    attribute(tag, 'value') ||
    attribute(tag, 'aria-label')
  ).trim()
  if (words === '' || words.length > MAX_WORDS) return undefined
  const state = wordState(words)
  const form = closest(tag, ({ name }) => name === 'form')
  const isCalled = CARTS.test(
    `${hintsOf(tag)} ${form ? `${hintsOf(form)} ${attribute(form, 'action').replace(/[/_-]/g, ' ')}` : ''}`,
  )
  const isBuy = stockWords.buy.test(words) && state !== 'out'
  if (!isBuy && !isCalled && state !== 'out' && state !== 'preorder') return undefined
  const isOff = tag.attributes.has('disabled') || attribute(tag, 'aria-disabled') === 'true'
  return { words, state, isBuy, isOff }
}

/** "Out of stock" in a line of its own that is called after stock, or is a heading. */
function lineOf(tag: Tag, { looks, isOther }: Page): string | undefined {
  if (
    !/^(p|div|span|strong|b|em|h[2-4]|li|dd|output|small|label)$/.test(tag.name) ||
    tag.attributes.size === 0
  )
    return undefined
  if (!SAYS.test(hintsOf(tag)) || BADGE.test(hintsOf(tag)) || isHidden(tag, looks)) return undefined
  const words = seenWords(tag, looks, MAX_WORDS)
  if (words === '' || words.length > MAX_WORDS || isOther(tag) || closest(tag, isChrome)) return undefined
  return stockWords.out.test(words) ? words : undefined
}

/**
 * What the page says of its product as a whole: on the button that buys, or in a line about stock.
 * @param isEntry true of what stands for one size
 */
export function readWhole(page: Page, isEntry: (tag: Tag) => boolean): Whole {
  const own = page.tags.filter((tag) => !isEntry(tag))
  const buttons = own.flatMap((tag) => buttonOf(tag, page) ?? [])
  const buy = buttons.find(({ isBuy }) => isBuy)
  const early = buttons.find(({ state }) => state === 'preorder')
  const gone = buttons.find(({ state }) => state === 'out')
  if (early && !gone) return { state: 'preorder', evidence: `button "${early.words}"` }
  if (gone && !buy) return { state: 'out', evidence: `button "${gone.words}"` }
  const line =
    buy && !buy.isOff ? undefined : own.map((tag) => lineOf(tag, page)).find((each) => each !== undefined)
  if (line) return { state: 'out', evidence: `says "${line}"` }
  return buy && !buy.isOff
    ? { state: 'in', evidence: `button "${buy.words}"` }
    : { state: null, evidence: '' }
}
