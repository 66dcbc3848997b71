import type { BuyPress, PressedAt, Walk } from '../adapter.ts'
import type { Control } from './dom.ts'
import { forget, type Place } from './memo.ts'
import { locate, readBlocks, readControls, readHumanChecks } from './page.ts'
import { quantityOf } from './quantity.ts'
import { currencyOf, readTotal } from './review.ts'
import { isTill } from './till.ts'
import { words } from './words.ts'

// What is read of a page while its member has it.

/** What banks and their pages ask between the click and the order (EMV 3-D Secure and the like). */
const BANK =
  /\b(3-?d ?secure|verified by visa|identity check|safekey|(one[- ]time|verification|security|sms) (pass)?code|authenticat\w+|(confirm|approve|verify) (this|your|the) (payment|purchase|card|identity)|(banking|bank.s) app|tan\b|freigabe|bestätigungscode|authentifi\p{L}*|autentic\p{L}*)/iu

/** Why the page asks for its member after the click; null when it does not. */
export async function asksPerson({ page }: Walk): Promise<string | null> {
  forget(page)
  if ((await readHumanChecks(page)).length > 0) return 'a human check'
  // A bank may ask in a window of its own.
  const places = page
    .context()
    .pages()
    .flatMap((each) => each.frames())
  const texts = await Promise.all(places.map((place) => textOf(place)))
  const text = texts.join('\n')
  return words.human.exec(text)?.[0] ?? BANK.exec(text)?.[0] ?? null
}

function textOf(place: Place): Promise<string> {
  const body = place.locator('body')
  // biome-ignore lint/performance/useDomNodeTextContent: hidden text is not what the page asks
  return body.innerText({ timeout: 1000 }).catch(() => '')
}

/** Any button that could be the last one. On a page that asks neither who pays nor how, "buy now" only fills a cart. */
function couldBuy({ kind, name, chrome }: Control, atTill: boolean): boolean {
  if (chrome || (kind !== 'button' && kind !== 'link')) return false
  if (atTill) return words.place.test(name) || words.lastWord.test(name) || words.buys.test(name)
  return words.place.test(name) && !words.addToCart.test(name)
}

/** A few pixels more than the button: a finger is no needle. */
const NEAR = 4

type Button = { control: Control; place: Place }
type Point = { x: number; y: number }

async function isAt({ control, place }: Button, { x, y }: Point): Promise<boolean> {
  const box = await locate(place, control).boundingBox({ timeout: 1000 })
  return (
    box !== null &&
    x >= box.x - NEAR &&
    x <= box.x + box.width + NEAR &&
    y >= box.y - NEAR &&
    y <= box.y + box.height + NEAR
  )
}

/** Of the page and of every frame in it: a payment service's own "Pay" is one too. */
async function buttonsOf({ page }: Walk): Promise<Button[]> {
  const all: Button[] = []
  for (const place of page.frames())
    for (const control of await readControls(place)) all.push({ control, place })
  const atTill = isTill(all.map(({ control }) => control))
  return all.filter(({ control }) => couldBuy(control, atTill))
}

/** Inputs that Space presses, as it does any button. */
const PRESSED = '[type=submit], [type=button], [type=image], [type=reset]'

/** True when the focus is where a key only writes: Enter in a line of text sends its form, Space does not. */
async function onlyWrites({ page }: Walk, key: 'Enter' | 'Space'): Promise<boolean> {
  const lines = key === 'Space' ? `input:not(${PRESSED}), select, textarea` : 'textarea'
  const writing = await Promise.all(
    page.frames().map((frame) => frame.locator(`:is(${lines}, [contenteditable]):focus`).count()),
  )
  return writing.some((count) => count > 0)
}

/** Where the browser itself holds the form back, because a field is empty or wrong, nothing is sent; a script's button sends all the same. */
async function isHeldBack({ control, place }: Button): Promise<boolean> {
  return locate(place, control).evaluate((el) => {
    const { form, type, formNoValidate } = el as HTMLInputElement
    const isSending = type === 'submit' || type === 'image'
    return Boolean(form && isSending && !form.noValidate && !formNoValidate && form.matches(':invalid'))
  })
}

async function pressed(walk: Walk, at: PressedAt): Promise<Control | undefined> {
  const all = await buttonsOf(walk)
  const held = await Promise.all(all.map((button) => isHeldBack(button).catch(() => false)))
  const buttons = all.filter((_, index) => !held[index])
  if (typeof at === 'string') return (await onlyWrites(walk, at)) ? undefined : buttons[0]?.control
  for (const button of buttons) if (await isAt(button, at).catch(() => true)) return button.control
  return undefined
}

async function totalBeside(walk: Walk, button: Control): Promise<BuyPress['total']> {
  const { total } = await readTotal(walk, button)
  return total ? { minor: total.minor, currency: await currencyOf(walk, total) } : null
}

/** Whether a press there could buy; with what the page says it would cost. */
export async function buyPress(walk: Walk, at: PressedAt): Promise<BuyPress | null> {
  // It is the member who acts on it now.
  forget(walk.page)
  const button = await pressed(walk, at)
  if (!button) return null
  const total = await totalBeside(walk, button).catch(() => null)
  const blocks = await readBlocks(walk.page, walk.facts.title).catch(() => [])
  return { total, quantity: quantityOf(walk, blocks) ?? null }
}
