import type { Page } from 'playwright-core'
import { parsePrice, statedPrice } from '../../../core/checkout/price.ts'
import type { Review } from '../../../core/checkout/shape.ts'
import { isSize, mentionsSize, statedSizes } from '../../../core/checkout/size.ts'
import { hearsWriting } from '../../browser/hears.ts'
import { handOver, type Walk } from '../adapter.ts'
import type { Control } from './dom.ts'
import type { Amount } from './dom-read.ts'
import { groupsOf, isDelivery, isPayment } from './groups.ts'
import { readAmounts, readBlocks, readControls, readUntil } from './page.ts'
import { quantityOf } from './quantity.ts'
import { tidy } from './tidy.ts'
import { isBeforeTill } from './till.ts'
import { trafficOf } from './traffic.ts'
import { words } from './words.ts'

/** Buys too, out of another's purse: never pressed. */
export const OF_PURSE =
  /pay ?pal|(apple|google|shop|amazon|samsung)[ -]?pay\b|\bg ?pay\b|klarna|afterpay|venmo|affirm|sezzle|revolut/i

function isPlaceButton({ kind, name, disabled, chrome }: Control): boolean {
  return kind === 'button' && !disabled && !chrome && words.place.test(name) && !OF_PURSE.test(name)
}

/** A till's "Confirm" that says no more than that buys, where no other button leads on. */
function isLastWord({ kind, name, disabled, chrome }: Control, controls: Control[]): boolean {
  if (kind !== 'button' || disabled || chrome || !words.lastWord.test(name)) return false
  const leadsOn = controls.some(
    (each) => each.kind === 'button' && !each.chrome && words.forward.test(each.name),
  )
  return !leadsOn
}

const isEmpty = ({ kind, required, value, checked }: Control) =>
  required && (kind === 'check' ? !checked : (kind === 'field' || kind === 'select') && value === '')

/** The button that buys, if this page has it and could be sent: no required field is empty. */
export function placeButton(controls: Control[]): Control | undefined {
  const buttons = controls.filter(isPlaceButton)
  if (buttons.length === 0) buttons.push(...controls.filter((control) => isLastWord(control, controls)))
  return buttons.find(({ form }) => !controls.some((control) => control.form === form && isEmpty(control)))
}

const TOTAL_MS = 1_500
/** How long after it was written in, pressed or answered a page may become another. Milliseconds. */
const AFTER_WORDS_MS = 1_000
const AFTER_ACTS_MS = 300

/** Still the page of the product: its "buy now" is not the last word. */
function isProduct(controls: Control[]): boolean {
  return controls.some(
    ({ kind, name, chrome }) =>
      kind === 'button' && !chrome && words.addToCart.test(name) && !words.place.test(name),
  )
}

/** Several countries write it so. */
const CROWNS = 'kr'
const crowns: Readonly<Record<string, string>> = {
  ...{ sv: 'SEK', da: 'DKK', nb: 'NOK', nn: 'NOK', no: 'NOK', is: 'ISK' },
  ...{ SE: 'SEK', DK: 'DKK', NO: 'NOK', IS: 'ISK' },
}

type Line = { label: string; minor: number; currency: string | null; isNamed?: boolean }

/** "$" is what several countries write, but not all. */
const DOLLARS = /^(USD|CAD|AUD|NZD|HKD|SGD|MXN|TWD|ARS|CLP|COP|JMD|BBD|BSD|FJD)$/
const NAMED = /\bUSD|US\$|USD\b/

function linesOf(amounts: Amount[]): Line[] {
  return amounts.flatMap(({ label, text }) => {
    const price = parsePrice(text)
    if (!price) return []
    const currency = price.currency ?? (/(^|[^a-z])kr([^a-z]|$)/i.test(text) ? CROWNS : null)
    return [
      { label: label.replace(/:$/, '').trim(), minor: price.minor, currency, isNamed: NAMED.test(text) },
    ]
  })
}

/** "Pay $169.00" says it too. */
function totalOnButton({ name }: Control): Line[] {
  const price = statedPrice(name)
  return price ? [{ label: name, ...price, isNamed: NAMED.test(name) }] : []
}

/** Without a line for all goods, the pair's own. */
function pairOf({ facts }: Walk, lines: Line[]): Line | undefined {
  return lines.find(({ label, minor }) => facts.prices.includes(minor) && !words.grandTotal.test(label))
}

/** What the lines add up to: what several totals are held against. */
function sumOf(
  lines: Line[],
  subtotal = lines.find(({ label }) => words.subtotal.test(label)),
): number | undefined {
  const extras = lines.filter(({ label }) => words.extras.test(label) && !words.subtotal.test(label))
  return subtotal && extras.reduce((sum, { minor }) => sum + minor, subtotal.minor)
}

/** The one total of the page; of several the one that the lines add up to. Two totals that nothing explains are none. */
function totalOf(walk: Walk, lines: Line[], button: Control): Line | undefined {
  const totals = [...totalOnButton(button), ...lines.filter(({ label }) => words.grandTotal.test(label))]
  const [first] = totals
  if (totals.every(({ minor }) => minor === first?.minor))
    return totals.find(({ currency }) => currency) ?? first
  const sum = sumOf(lines)
  const [onButton] = totalOnButton(button)
  const isMost = totals.every(({ minor }) => minor <= (onButton?.minor ?? 0))
  const fitting = totals.find(({ minor }) => minor === sum) ?? (isMost ? onButton : undefined)
  if (fitting) return fitting
  throw handOver(
    walk,
    'price',
    `The page shows several totals: ${totals.map(({ label }) => label).join(', ')}.`,
  )
}

/** What is left for the goods when all that is no shoe is taken off the total; tax may be in it or come on top. */
function goodsOf(lines: Line[], total: Line): number[] {
  const extras = lines.filter(({ label }) => words.extras.test(label) && !words.subtotal.test(label))
  const untaxed = extras.filter(({ label }) => !words.tax.test(label))
  return [extras, untaxed].map((each) => each.reduce((left, { minor }) => left - minor, total.minor))
}

/** Something on the bill that is neither the pair nor what it costs to send, tax and pay it. */
function requireNothingElse(walk: Walk, lines: Line[], total: Line): void {
  const subtotal = lines.find(({ label }) => words.subtotal.test(label)) ?? pairOf(walk, lines)
  const sum = sumOf(lines, subtotal)
  if (!subtotal || sum === undefined || total.minor <= sum) return
  const rest = total.minor - sum
  const isCost = ({ label }: Line) =>
    [words.extras, words.delivery, words.pickup, words.payment, words.grandTotal].some((word) =>
      word.test(label),
    )
  const other = lines.find(
    (line) => line.minor === rest && line !== subtotal && line !== total && !isCost(line),
  )
  if (other)
    throw handOver(
      walk,
      'price',
      `The total holds "${other.label}", which is not the pair and not its delivery.`,
    )
}

type Goods = { quantity: number | undefined; subtotal: number | undefined; isPriced: boolean }

/** Extras the member did not ask for would show here: more goods than one pair's price. */
function requireOnePair(walk: Walk, { quantity, subtotal, isPriced }: Goods): number {
  const { prices } = walk.facts
  if (quantity !== undefined && quantity !== 1)
    throw handOver(walk, 'review', `The shop's cart holds ${quantity} pairs, not one.`)
  if (subtotal !== undefined && prices.length > 0 && subtotal > Math.max(...prices))
    throw handOver(walk, 'price', 'The cart costs more than the pair: something else is in it.')
  if (quantity === undefined && !isPriced)
    throw handOver(walk, 'review', 'The shop does not show how many pairs it will send.')
  return quantity ?? 1
}

/** The size that the picker was left at or that the cart named; this page must not name another. */
function requireSize(walk: Walk, blocks: string[]): void {
  const stated = blocks.flatMap((block) => statedSizes(block.replace(walk.facts.title, ' ')))
  // "7W" is written as "7" by shops that sell women's pairs on pages of their own.
  const wanted = [walk.size, walk.size.replace(/[A-Z]$/, '')]
  if (stated.length > 0 && !stated.some((size) => wanted.some((each) => isSize(size, each))))
    throw handOver(walk, 'review', `The shop's cart names size ${stated[0]}, not ${walk.size}.`)
}

/** The page speaks of this pair and no other: by its name, or at least by what it costs. */
function requireItem(walk: Walk, blocks: string[], isPriced: boolean): void {
  const { facts, size } = walk
  if (blocks.length === 0 && !isPriced)
    throw handOver(walk, 'review', `The last page does not name "${facts.title}".`)
  if (!facts.sizeSeen && size !== '')
    throw handOver(walk, 'review', `The shop does not show size ${size} in the cart.`)
  requireSize(walk, blocks)
}

export async function currencyOf(walk: Walk, total: Line): Promise<string> {
  const { currency } = walk.facts
  if (total.currency === CROWNS && !Object.values(crowns).some((each) => each === currency)) {
    const language = (await walk.page.locator('html').getAttribute('lang'))?.split('-')[0]?.toLowerCase()
    const theirs = crowns[language ?? ''] ?? crowns[walk.buyer.country]
    if (theirs) return theirs
  }
  if (total.currency === CROWNS) total = { ...total, currency: null }
  // "$" is what several countries write; the page's metadata knows which.
  const isOpen = total.currency === null || (total.currency === 'USD' && !total.isNamed)
  const isDollar = total.currency === null || DOLLARS.test(currency ?? '')
  const named = isOpen && isDollar ? (currency ?? total.currency) : total.currency
  if (named) return named
  throw handOver(walk, 'price', 'The page names no currency.')
}

/** A total that a script still adds up, or that was never there. */
export async function readTotal(
  walk: Walk,
  button: Control,
): Promise<{ lines: Line[]; total: Line | undefined }> {
  const read = async () => linesOf(await readAmounts(walk.page))
  const wanted = (lines: Line[]) => lines.some(({ label }) => words.grandTotal.test(label))
  const lines = await readUntil(walk.page, { read, wanted, ms: TOTAL_MS })
  return { lines, total: totalOf(walk, lines, button) }
}

/** A delivery or a way to pay is still to be chosen: the total is not the last one. */
export async function hasOpenChoice(walk: Walk): Promise<boolean> {
  const groups = (await groupsOf(walk)).filter((group) => isDelivery(group) || isPayment(group))
  return groups.some(
    ({ options, isOfRows }) => !isOfRows && options.every(({ chosen, disabled }) => !chosen || disabled),
  )
}

const shapeOf = (controls: Control[]) =>
  controls.map(({ kind, name, disabled, checked }) => `${kind}:${name}:${disabled}:${checked}`).join('|')

/** How each page looked when it was last watched and did not change. */
const settled = new WeakMap<Page, string>()

async function settlesIn(page: Page): Promise<number> {
  const { typed, acted, last } = trafficOf(page)
  const isHeard = Date.now() < typed + AFTER_WORDS_MS && (await hearsWriting(page, 'input,select,textarea'))
  return Math.max(isHeard ? typed + AFTER_WORDS_MS : 0, Math.max(acted, last) + AFTER_ACTS_MS) - Date.now()
}

/** False when the page is still becoming another: what the last field brought about may take its time. */
async function isSettled({ page }: Walk): Promise<boolean> {
  const read = async () => `${page.url()} ${shapeOf(await readControls(page))}`
  const before = await read()
  if (settled.get(page) === before) return true
  const after = await readUntil(page, { read, wanted: (now) => now !== before, ms: await settlesIn(page) })
  if (after === before) settled.set(page, after)
  return after === before
}

/** Reads what the shop is about to charge, when the page that shows it also has the button that buys. */
export async function review(walk: Walk): Promise<Review | null> {
  const { page, facts, size } = walk
  const seen = await readControls(page)
  const isLast = seen.some(({ kind, name, chrome }) => kind === 'button' && !chrome && words.place.test(name))
  if (isLast) await tidy(walk)
  const controls = isLast ? await readControls(page) : seen
  const button = placeButton(controls)
  const blocks = await readBlocks(page, facts.title)
  if (blocks.some((block) => mentionsSize(block.replace(facts.title, ' '), size))) facts.sizeSeen = true
  if (!button || isBeforeTill(walk, controls)) return null
  if ((!button.dialog && isProduct(controls)) || (await hasOpenChoice(walk))) return null
  if (!(await isSettled(walk))) return null
  const { lines, total } = await readTotal(walk, button)
  if (!total) return null
  const subtotal = lines.find(({ label }) => words.subtotal.test(label))?.minor
  const goods = subtotal === undefined ? goodsOf(lines, total) : [subtotal]
  const isPriced = goods.some((each) => facts.prices.includes(each))
  requireItem(walk, blocks, isPriced)
  requireNothingElse(walk, lines, total)
  const currency = await currencyOf(walk, total)
  const named = lines.filter(({ label }) => words.subtotal.test(label) || words.extras.test(label))
  return {
    title: facts.title,
    size,
    quantity: requireOnePair(walk, { quantity: quantityOf(walk, blocks), subtotal, isPriced }),
    total_minor: total.minor,
    currency,
    lines: [...named, total].map(({ label, minor }) => ({ label, minor })),
  }
}
