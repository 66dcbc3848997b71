import { sizeOf } from '../../../core/checkout/size.ts'
import { handOver, soldOut, type Walk } from '../adapter.ts'
import { choose } from './choose.ts'
import type { Control } from './dom.ts'
import { groupsOf } from './groups.ts'
import { guard } from './guard.ts'
import { act, readControls, readText, readUntil } from './page.ts'
import { persist } from './persist.ts'
import { press } from './press.ts'
import { declineAddOns, onlyOne, takeNone } from './tidy.ts'
import { isTill } from './till.ts'
import { beginUcp } from './ucp/open.ts'
import { words } from './words.ts'

const WAKES_MS = 3_000
/** A script may ask the shop only a while after the click; going on before that leaves an empty cart behind. */
const SHOWS_MS = 3_000

/** A whole sentence about this pair, not a badge on another. */
const GONE = /\p{L}+\P{L}+\p{L}+\P{L}+\p{L}+|ました|です/u

/** A name that says "cart" goes before one that says "buy", and at a till nothing that says "buy" is pressed at all. */
function bestOf(controls: Control[]): Control | undefined {
  const usable = controls.filter((control) => isAdd(control) && !control.disabled && !control.chrome)
  const plain = usable.find(({ name }) => !words.buys.test(name))
  return plain ?? (isTill(controls) ? undefined : usable[0])
}

const isAdd = ({ kind, name }: Control) =>
  (kind === 'button' || kind === 'link') && name.length < 60 && words.addToCart.test(name)

/** "Adding …": the button says that it has begun, not that it is done. */
const isAtWork = ({ kind, name, disabled, chrome }: Control) =>
  kind === 'button' &&
  disabled &&
  !chrome &&
  (words.processing.test(name) || /(…|\.\.\.)\s*$|^\W*(adding|loading)\b/i.test(name))

/** Presses, and waits until the page says something else than before: a drawer, a number beside the cart, a new page. */
async function pressUntilShown(walk: Walk, button: Control): Promise<void> {
  const { page } = walk
  // The words alone leave out what stands in shadow roots.
  const read = async () => {
    const controls = await readControls(page)
    const said = `${await readText(page)} ${controls.map(({ name }) => name).join('|')}`
    return { said, isAtWork: controls.some(isAtWork) }
  }
  const { said: before } = await read()
  const url = page.url()
  await act(page, async () => {
    await press(page, button)
    const wanted = ({ said, isAtWork: isBusy }: Awaited<ReturnType<typeof read>>) =>
      said !== before && !isBusy
    await readUntil(page, { read, wanted, ms: SHOWS_MS })
  })
  if (page.url() === url) requireStillThere(before, await readText(page))
}

const MESSAGE_LENGTH = 120

/** A line that was not there before the click says that the pair is gone. @throws Stopped `sold-out` */
function requireStillThere(before: string, now: string): void {
  const said = now
    .split('\n')
    .map((line) => line.trim())
    .find((line) => line.length < MESSAGE_LENGTH && words.soldOut.test(line) && !before.includes(line))
  if (said && GONE.test(said)) throw soldOut(`The pair sold out while it was put into the cart: "${said}"`)
}

/** A line that says so, and not of one size among others. */
function saysGone(text: string): boolean {
  return text
    .split('\n')
    .some((line) => line.length < MESSAGE_LENGTH && words.soldOut.test(line) && sizeOf(line) === undefined)
}

/** A button that sleeps may wait for a colour, which is not the assistant's to choose. @throws Stopped handover `review` */
async function requireChosen(walk: Walk): Promise<void> {
  const open = (await groupsOf(walk)).find(
    ({ options, isOfRows }) =>
      !isOfRows &&
      options.filter(({ disabled }) => !disabled).length > 1 &&
      options.every(({ chosen, label }) => !chosen && sizeOf(label) === undefined),
  )
  if (open)
    throw handOver(
      walk,
      'review',
      `The shop wants one of ${open.options.map(({ label }) => label).join(', ')} to be chosen first.`,
    )
}

/** By the shop's own software, where it offered to; false when it would not: then the page is open again, the size chosen. */
async function addByPlatform(walk: Walk): Promise<boolean> {
  const { page, facts, productUrl } = walk
  if (!facts.addBy) return false
  const isAdded = await facts.addBy()
  await guard(walk)
  if (isAdded) return true
  Object.assign(facts, { addBy: null, byPage: true, sizeSeen: false })
  await act(page, () => page.goto(productUrl.href, { waitUntil: 'domcontentloaded' }))
  await guard(walk)
  await choose(walk)
  return false
}

/** Puts one pair, and nothing else, into the cart. */
export async function add(walk: Walk): Promise<string> {
  const { page } = walk
  if (walk.facts.ucp) {
    if (await beginUcp(walk)) return "Opened a checkout of one pair by the shop's interface."
    await choose(walk)
  }
  if (await addByPlatform(walk)) return "Added one pair by the shop's own software."
  const declined = [...(await declineAddOns(walk)), ...(await takeNone(walk))]
  await onlyOne(walk)
  const controls = await readUntil(page, {
    read: () => readControls(page),
    wanted: (seen) => bestOf(seen) !== undefined,
    ms: WAKES_MS,
  })
  const button = bestOf(controls)
  const buttons = controls.filter(isAdd)
  const isOff = buttons.length > 0 && buttons.every(({ disabled }) => disabled)
  if (!button && isOff) await requireChosen(walk)
  if (!button && (isOff || saysGone(await readText(page))))
    throw soldOut('The shop does not let this pair into the cart.')
  if (!button) throw handOver(walk, 'unknown-page', 'No button that adds to the cart was found.')
  await persist(walk, () => pressUntilShown(walk, button))
  const isRefused = walk.status() === 409 || walk.answer() === 409
  if (isRefused && words.soldOut.test(await readText(page)))
    throw soldOut('The pair sold out while it was put into the cart.')
  await guard(walk)
  return declined.length > 0
    ? `Added one pair; declined: ${declined.join(', ')}.`
    : 'Added one pair to the cart.'
}
