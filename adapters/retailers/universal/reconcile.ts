import type { ListedOrder } from '../../../core/checkout/reconcile.ts'
import type { Lookup, Walk } from '../adapter.ts'
import type { Control } from './dom.ts'
import { guard } from './guard.ts'
import { act, locate, readControls, readOrderBlocks, readText } from './page.ts'
import { press } from './press.ts'
import { ORDER_NUMBER, words } from './words.ts'

async function openLookup({ page, productUrl }: Walk): Promise<boolean> {
  await page.goto(new URL('/', productUrl).href, { waitUntil: 'domcontentloaded' })
  const link = (await readControls(page)).find(
    ({ kind, name }) => (kind === 'link' || kind === 'button') && words.lookup.test(name),
  )
  if (!link) return false
  await act(page, () => press(page, link))
  return true
}

const isEmail = ({ type, autocomplete, name, hint }: Control) =>
  type === 'email' || /email/.test(autocomplete) || /e-?mail/i.test(`${name} ${hint}`)
const isZip = ({ autocomplete, name, hint }: Control) =>
  /postal-code/.test(autocomplete) || /zip|post(al)? ?code|postcode|plz/i.test(`${name} ${hint}`)

/** Fills the lookup form with what the buyer knows; false when it asks for more. */
export async function ask({ page, buyer }: Pick<Walk, 'page' | 'buyer'>): Promise<boolean> {
  const controls = await readControls(page)
  const fields = controls.filter(({ kind }) => kind === 'field')
  const email = fields.find(isEmail)
  const form = fields.filter((field) => field.form === email?.form)
  if (!email || form.some((field) => field.required && !isEmail(field) && !isZip(field))) return false
  await locate(page, email).fill(buyer.email)
  const zip = form.find(isZip)
  if (zip) await locate(page, zip).fill(buyer.zip_code)
  const button = controls.find((control) => control.kind === 'button' && control.form === email.form)
  if (!button) return false
  await act(page, () => press(page, button))
  return true
}

async function listed({ page }: Walk): Promise<ListedOrder[]> {
  const blocks = await readOrderBlocks(page, ORDER_NUMBER)
  return blocks.flatMap(({ text, time }) => {
    const number = new RegExp(ORDER_NUMBER, 'i').exec(text)?.[1]
    const placedAt = time && !Number.isNaN(Date.parse(time)) ? new Date(time) : null
    return number ? [{ number, text, placedAt }] : []
  })
}

/** Asks the shop's own order lookup which orders this buyer has. */
export async function reconcile(walk: Walk): Promise<Lookup> {
  if (!(await openLookup(walk)))
    return { kind: 'unreadable', detail: 'The shop has no order lookup that was found.' }
  await guard(walk)
  const shown = await listed(walk)
  // A shop that knows its guest by the session shows the orders without asking.
  if (shown.length > 0) return { kind: 'listed', orders: shown, evidence: shown[0]?.text.slice(0, 240) ?? '' }
  if (!(await ask(walk)))
    return { kind: 'unreadable', detail: "The shop's order lookup asks for more than email and postal code." }
  await guard(walk)
  const orders = await listed(walk)
  const text = await readText(walk.page)
  if (orders.length > 0) return { kind: 'listed', orders, evidence: orders[0]?.text.slice(0, 240) ?? '' }
  const none = words.noOrders.exec(text)?.[0]
  if (none) return { kind: 'none', evidence: none }
  return { kind: 'unreadable', detail: "The shop's order lookup answered in words that were not understood." }
}
