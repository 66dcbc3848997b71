import { handOver, soldOut, type Walk } from '../adapter.ts'
import type { Control } from './dom.ts'
import { act, press, readControls, readText } from './page.ts'
import { declineAddOns, onlyOne } from './tidy.ts'
import { isTill } from './till.ts'
import { words } from './words.ts'

/** A name that says "cart" goes before one that says "buy", and at a till nothing that says "buy" is pressed at all. */
function bestOf(buttons: Control[], controls: Control[]): Control | undefined {
  const usable = buttons.filter(({ disabled, chrome }) => !disabled && !chrome)
  const plain = usable.find(({ name }) => !words.buys.test(name))
  return plain ?? (isTill(controls) ? undefined : usable[0])
}

/** Puts one pair, and nothing else, into the cart. */
export async function add(walk: Walk): Promise<string> {
  const { page } = walk
  const declined = await declineAddOns(walk)
  await onlyOne(walk)
  const controls = await readControls(page)
  const buttons = controls.filter(({ kind, name }) => kind === 'button' && words.addToCart.test(name))
  const button = bestOf(buttons, controls)
  const isOff = buttons.length > 0 && buttons.every(({ disabled }) => disabled)
  if (!button && (isOff || words.soldOut.test(await readText(page))))
    throw soldOut('The shop does not let this pair into the cart.')
  if (!button) throw handOver(walk, 'unknown-page', 'No button that adds to the cart was found.')
  await act(page, () => press(page, button))
  if (walk.status() === 409 && words.soldOut.test(await readText(page)))
    throw soldOut('The pair sold out while it was put into the cart.')
  return declined.length > 0
    ? `Added one pair; declined: ${declined.join(', ')}.`
    : 'Added one pair to the cart.'
}
