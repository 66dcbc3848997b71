import { parsePrice } from '../../../core/checkout/price.ts'
import type { Review } from '../../../core/checkout/shape.ts'
import { mentionsSize, statedSizes } from '../../../core/checkout/size.ts'
import { handOver, type Walk } from '../adapter.ts'
import type { Amount, Control } from './dom.ts'
import { readAmounts, readBlocks, readControls } from './page.ts'
import { tidy } from './tidy.ts'
import { words } from './words.ts'

function isPlaceButton({ kind, name, disabled, chrome }: Control): boolean {
  return kind === 'button' && !disabled && !chrome && words.place.test(name)
}

/** The button that buys, if this page has it and could be sent: no required field is empty. */
export function placeButton(controls: Control[]): Control | undefined {
  const button = controls.find(isPlaceButton)
  const missing = controls.some(
    ({ kind, form, required, value, checked }) =>
      required &&
      form === button?.form &&
      (kind === 'check' ? !checked : (kind === 'field' || kind === 'select') && value === ''),
  )
  return missing ? undefined : button
}

type Line = { label: string; minor: number; currency: string | null }

function linesOf(amounts: Amount[]): Line[] {
  return amounts.flatMap(({ label, text }) => {
    const price = parsePrice(text)
    return price ? [{ label: label.replace(/:$/, '').trim(), ...price }] : []
  })
}

/** The one total of the page. Two different totals are no total. */
function totalOf(walk: Walk, lines: Line[]): Line | undefined {
  const totals = lines.filter(({ label }) => words.grandTotal.test(label))
  const [first] = totals
  if (totals.some(({ minor }) => minor !== first?.minor))
    throw handOver(
      walk,
      'price',
      `The page shows several totals: ${totals.map(({ label }) => label).join(', ')}.`,
    )
  return first
}

function quantityIn(blocks: string[]): number | undefined {
  const pattern =
    /\b(?:qty|quantity|menge|anzahl|quantité|cantidad)\W{0,3}(\d+)|[×x]\s?(\d+)\b|\b(\d+)\s?[×x]\s/i
  const numbers = blocks.flatMap((block) => {
    const [, a, b, c] = pattern.exec(block) ?? []
    const number = a ?? b ?? c
    return number ? [Number(number)] : []
  })
  return numbers.length > 0 ? Math.max(...numbers) : undefined
}

/** Extras the member did not ask for would show here: more goods than one pair's price. */
function requireOnePair(walk: Walk, quantity: number | undefined, subtotal: number | undefined): number {
  const { unitMinor } = walk.facts
  if (quantity !== undefined && quantity !== 1)
    throw handOver(walk, 'review', `The shop's cart holds ${quantity} pairs, not one.`)
  if (subtotal !== undefined && unitMinor !== null && subtotal > unitMinor)
    throw handOver(walk, 'price', 'The cart costs more than the pair: something else is in it.')
  if (quantity === undefined && (subtotal === undefined || subtotal !== unitMinor))
    throw handOver(walk, 'review', 'The shop does not show how many pairs it will send.')
  return quantity ?? 1
}

/** An earlier page named the size; this one must not name another. */
function requireSize(walk: Walk, blocks: string[]): void {
  const stated = blocks.flatMap((block) => statedSizes(block.replace(walk.facts.title, ' ')))
  // "7W" is written as "7" by shops that sell women's pairs on pages of their own.
  const wanted = [walk.size, walk.size.replace(/[A-Z]$/, '')]
  if (stated.length > 0 && !stated.some((size) => wanted.includes(size)))
    throw handOver(walk, 'review', `The shop's cart names size ${stated[0]}, not ${walk.size}.`)
}

/** Reads what the shop is about to charge, when the page that shows it also has the button that buys. */
export async function review(walk: Walk): Promise<Review | null> {
  const { page, facts, size } = walk
  if ((await readControls(page)).some(isPlaceButton)) await tidy(walk)
  const button = placeButton(await readControls(page))
  const blocks = await readBlocks(page, facts.title)
  if (blocks.some((block) => mentionsSize(block.replace(facts.title, ' '), size))) facts.sizeSeen = true
  if (!button) return null
  const lines = linesOf(await readAmounts(page))
  const total = totalOf(walk, lines)
  if (!total) return null
  if (blocks.length === 0) throw handOver(walk, 'review', `The last page does not name "${facts.title}".`)
  if (!facts.sizeSeen) throw handOver(walk, 'review', `The shop does not show size ${size} in the cart.`)
  requireSize(walk, blocks)
  const currency =
    total.currency && total.currency !== 'USD' ? total.currency : (facts.currency ?? total.currency)
  if (!currency) throw handOver(walk, 'price', 'The page names no currency.')
  const subtotal = lines.find(({ label }) => words.subtotal.test(label))?.minor
  const named = lines.filter(({ label }) => words.subtotal.test(label) || words.extras.test(label))
  return {
    title: facts.title,
    size,
    quantity: requireOnePair(walk, quantityIn(blocks), subtotal),
    total_minor: total.minor,
    currency,
    lines: [...named, total].map(({ label, minor }) => ({ label, minor })),
  }
}
