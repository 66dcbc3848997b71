import { handOver, soldOut, type Walk } from '../adapter.ts'
import { act, press, readControls, readText } from './page.ts'
import { declineAddOns, onlyOne } from './tidy.ts'
import { words } from './words.ts'

/** Puts one pair, and nothing else, into the cart. */
export async function add(walk: Walk): Promise<string> {
  const { page } = walk
  const declined = await declineAddOns(walk)
  await onlyOne(walk)
  const controls = await readControls(page)
  const buttons = controls.filter(({ kind, name }) => kind === 'button' && words.addToCart.test(name))
  const button = buttons.find(({ disabled, chrome }) => !disabled && !chrome)
  if (!button && (buttons.length > 0 || words.soldOut.test(await readText(page))))
    throw soldOut('The shop does not let this pair into the cart.')
  if (!button) throw handOver(walk, 'unknown-page', 'No button that adds to the cart was found.')
  await act(page, () => press(page, button))
  if (walk.status() === 409 && words.soldOut.test(await readText(page)))
    throw soldOut('The pair sold out while it was put into the cart.')
  return declined.length > 0
    ? `Added one pair; declined: ${declined.join(', ')}.`
    : 'Added one pair to the cart.'
}
