import { handOver, soldOut, type Walk } from '../adapter.ts'
import type { Control } from './dom.ts'
import { kindOf } from './fields.ts'
import { guard } from './guard.ts'
import { act, readControls, readHeadings, readText, readUntil } from './page.ts'
import { persist } from './persist.ts'
import { press } from './press.ts'
import { hasOpenChoice, OF_PURSE } from './review.ts'
import { tidy } from './tidy.ts'
import { isBeforeTill, isTill } from './till.ts'
import { words } from './words.ts'

/** A page may still be building itself. Milliseconds. */
const APPEARS_MS = 4_000
/** What a press brings about may take as long as a busy shop takes; only a page that stays as it is costs this. */
const ANSWERS_MS = 15_000

/** The ways on, best first. A button that could buy is never one of them. */
const ways = [words.asGuest, words.forward, words.toCheckout, words.toCart]

/** Says "buy" and yet only leads: to a guest's form, or "on to ordering". */
const leadsOut = (name: string) =>
  words.asGuest.test(name) || (words.leads.test(name) && words.toCheckout.test(name))

function wayOn(walk: Walk, controls: Control[]): Control | undefined {
  const { page, facts } = walk
  const here = page.url()
  const atTill = isTill(controls)
  const usable = controls.filter(
    ({ kind, name, disabled, checked, href }) =>
      (kind === 'button' || kind === 'link') &&
      !disabled &&
      // A tab that is open already.
      !checked &&
      !words.place.test(name) &&
      (!words.buys.test(name) || (!atTill && leadsOut(name))) &&
      !(atTill && words.either.test(name)) &&
      !words.notForward.test(name) &&
      (kind === 'button' || href !== here),
  )
  // A till's header still leads to the cart, which would be the way back; also while the next part is on its way.
  for (const way of ways.slice(0, atTill ? 2 : facts.tillSeen ? 3 : 4)) {
    const hits = usable.filter(({ name }) => name.length < 60 && way.test(name))
    const inside =
      hits.find(({ dialog }) => dialog) ??
      hits.find(({ chrome, kind }) => !chrome && kind === 'button') ??
      hits.find(({ chrome }) => !chrome)
    const hit = inside ?? (way === words.toCart || way === words.toCheckout ? hits[0] : undefined)
    if (hit) return hit
  }
  const entry = isBeforeTill(walk, controls) ? entryOf(controls, here) : undefined
  if (entry) return entry
  // A cart that is only a picture still leads to an address that says so.
  return facts.tillSeen ? undefined : usable.find(({ href, name }) => name.length < 30 && leadsOn(href, here))
}

/** Of a cart, "order" opens the till: "Commander", "Finalizar compra", "Bestellen". */
function entryOf(controls: Control[], here: string): Control | undefined {
  const isEntry = ({ kind, name, disabled, chrome, href, form }: Control) =>
    !chrome &&
    !disabled &&
    name.length < 60 &&
    (words.place.test(name) || /^\W*order\W*$/i.test(name)) &&
    !OF_PURSE.test(name) &&
    !words.addToCart.test(name) &&
    !words.notForward.test(name) &&
    (kind === 'link' ? href !== here : kind === 'button') &&
    !controls.some((other) => other.form === form && form >= 0 && takesText(other))
  return controls.find(isEntry)
}

/** A coupon's code, not a number of pairs. */
const takesText = ({ kind, type, name, hint }: Control) =>
  kind === 'field' && type !== 'number' && !words.quantity.test(`${name} ${hint.replace(/[_-]/g, ' ')}`)

const PATH = /\/(cart|basket|bag|checkout|warenkorb|panier|carrito|cesta|carrello)\/?$/i

function leadsOn(href: string, here: string): boolean {
  if (!URL.canParse(href)) return false
  const { origin, pathname } = new URL(href)
  return origin === new URL(here).origin && pathname !== new URL(here).pathname && PATH.test(pathname)
}

type Look = { controls: Control[]; headings: string[] }

async function look({ page }: Walk): Promise<Look> {
  const [controls, headings] = await Promise.all([readControls(page), readHeadings(page)])
  return { controls, headings }
}

/** The page as a person would tell it from another: address, headings, what it asks. */
function signature({ page }: Walk, { controls, headings }: Look): string {
  const asks = controls.map(({ kind, name, disabled }) => `${kind}:${name}:${disabled}`).join('|')
  return `${page.url()} ${headings.join('|')} ${asks}`
}

/** What a page complains about: the browser's own words for a field, or what it announces. */
async function complaintOf({ page }: Walk): Promise<string> {
  const invalid = page.locator(':invalid:not(form):not(fieldset), [role=alert], [aria-invalid=true]').first()
  if ((await invalid.count()) === 0) return ''
  return invalid.evaluate((el) => (el as HTMLInputElement).validationMessage || el.textContent?.trim() || '')
}

/** A field that the shop insists on and that nothing the buyer gave fills. */
async function demanded({ page }: Walk): Promise<string | undefined> {
  const open = (await readControls(page)).find(
    ({ kind, required, value, chrome, disabled, type }) =>
      required &&
      !chrome &&
      !disabled &&
      type !== 'password' &&
      value === '' &&
      /^(field|select)$/.test(kind),
  )
  return open?.name
}

const isGuest = ({ kind, name, checked, disabled }: Control) =>
  kind === 'radio' && !checked && !disabled && words.asGuest.test(name)

/** "As a guest" as one of several choices: taken before going on. */
async function chooseGuest(walk: Walk): Promise<Look> {
  const seen = await look(walk)
  const guest = seen.controls.find(isGuest)
  if (!guest) return seen
  await act(walk.page, () => press(walk.page, guest))
  return look(walk)
}

type Ahead = { way: Control | undefined; seen: string }

/** The way on, or the page as it has become meanwhile. */
async function lookAhead(walk: Walk, first: Look): Promise<Ahead> {
  const { page } = walk
  const before = signature(walk, first)
  const judge = (now: Look): Ahead => ({ way: wayOn(walk, now.controls), seen: signature(walk, now) })
  const known = judge(first)
  if (known.way) return known
  const read = async () => judge(await look(walk))
  const wanted = ({ way, seen }: Ahead) => way !== undefined || seen !== before
  return readUntil(page, { read, wanted, ms: APPEARS_MS })
}

const isOpen = (control: Control) =>
  control.kind === 'field' && !control.chrome && control.value === '' && kindOf(control) !== undefined

/**
 * A part of the page came after the steps had looked: pressing on without it leads nowhere. Once per page, for what
 * stays open may be none of the buyer's affair.
 */
async function cameLate(walk: Walk, seen: string): Promise<boolean> {
  if (walk.facts.lookedAgainAt === seen) return false
  walk.facts.lookedAgainAt = seen
  return (await readControls(walk.page)).some(isOpen) || hasOpenChoice(walk)
}

function noWay(walk: Walk, controls: Control[]): false {
  if (controls.some(({ type, chrome }) => type === 'password' && !chrome))
    throw handOver(walk, 'unknown-page', 'The shop sells only to who has an account. Please go on yourself.')
  return false
}

/** Goes on to the next page of the checkout; true also when the page itself has become another. */
export async function advance(walk: Walk): Promise<boolean> {
  const { page } = walk
  await tidy(walk)
  const first = await chooseGuest(walk)
  const before = signature(walk, first)
  const { way, seen } = await lookAhead(walk, first)
  if (!way) return seen !== before || noWay(walk, await readControls(page))
  if (await cameLate(walk, seen)) return true
  await persist(walk, () => act(page, () => press(page, way)))
  await guard(walk)
  const read = async () => signature(walk, await look(walk))
  const after = await readUntil(page, { read, wanted: (now) => now !== before, ms: ANSWERS_MS })
  if (walk.status() === 409 && words.soldOut.test(await readText(page)))
    throw soldOut('The shop says it just sold out.')
  if (after !== before) return true
  const name = await demanded(walk)
  if (name)
    throw handOver(
      walk,
      'review',
      `The shop asks for "${name.slice(0, 60)}", and your profile does not have it.`,
    )
  const complaint = await complaintOf(walk)
  throw handOver(walk, 'unknown-page', `The shop does not go on past this page. ${complaint}`.trim())
}
