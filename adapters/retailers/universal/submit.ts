import { type Confirmation, pageTrouble, type Walk } from '../adapter.ts'
import { act, readControls, readText, readUntil } from './page.ts'
import { press } from './press.ts'
import { quote } from './quote.ts'
import { placeButton } from './review.ts'
import { ORDER_NUMBER, words } from './words.ts'

/** How long a page may take to say what became of an order. Milliseconds. */
const ANSWER_MS = 8_000

/** Presses the button that buys, once. */
export async function submit({ page }: Walk): Promise<void> {
  const button = placeButton(await readControls(page))
  if (!button) throw pageTrouble('The button that buys is gone.')
  await act(page, () => press(page, button))
}

/** Reads from the page's own words whether the order was placed; never from its title or address. */
async function readEnd(walk: Walk): Promise<Confirmation> {
  if (walk.status() >= 500) return { kind: 'unclear', detail: `The shop answered ${walk.status()}.` }
  const text = await readText(walk.page)
  const refused = words.refused.exec(text)
  const thanks = words.thanks.exec(text)
  if (refused && thanks) return { kind: 'unclear', detail: 'The page after the order says both yes and no.' }
  if (refused)
    return { kind: 'refused', soldOut: words.soldOut.test(text), evidence: quote(text, refused.index) }
  if (!thanks) return { kind: 'unclear', detail: 'The page after the order says neither yes nor no.' }
  // Then it is the page before the order, whatever it says of orders; the button may be off while the shop thinks.
  const controls = await readControls(walk.page)
  if (
    placeButton(controls) ||
    controls.some(({ kind, name, chrome }) => kind === 'button' && !chrome && words.place.test(name))
  )
    return { kind: 'unclear', detail: 'The page still has the button that buys.' }
  if (walk.status() >= 400) return { kind: 'unclear', detail: `The shop answered ${walk.status()}.` }
  const number = new RegExp(ORDER_NUMBER, 'i').exec(text)
  return {
    kind: 'ordered',
    number: number?.[1] ?? null,
    evidence: quote(text, thanks.index, number?.index ?? thanks.index),
  }
}

/** An answer that is still on its way is waited for; a server that failed has answered. */
export async function confirm(walk: Walk, ms = ANSWER_MS): Promise<Confirmation> {
  const isBusy = () => walk.status() < 500
  return readUntil(walk.page, {
    read: () => readEnd(walk),
    wanted: ({ kind }) => kind !== 'unclear' || !isBusy(),
    ms,
  })
}
