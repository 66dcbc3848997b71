import { handOver, type Walk } from '../adapter.ts'
import type { Control } from './dom.ts'
import { answerFor, type Kind, kindOf } from './fields.ts'
import { groupsOf } from './groups.ts'
import { withoutLetters } from './letter.ts'
import { act, locate, readControls, readField, readUntil } from './page.ts'
import { press } from './press.ts'
import { choiceFor, dialFor, typed } from './region.ts'
import { answerSuggestions, asChoice, mayOffer } from './suggest.ts'
import { declineAddOns } from './tidy.ts'
import { trafficOf } from './traffic.ts'
import { words } from './words.ts'

type Field = {
  control: Control
  kind: Kind | undefined
  /** What stands for the country before the phone's own number, where a list beside it says so. */
  code?: string
}

/** How long a home-made list may take to open. Milliseconds. */
const LIST_MS = 2_000
const FILL_MS = 3_000
const MAX_ROUNDS = 4

function missing(walk: Walk, kind: Kind, label: string): never {
  if (walk.buyer.email === '') throw handOver(walk, 'review', 'The shop asks who buys; no profile was given.')
  throw handOver(walk, 'review', `The shop asks for "${label}", and your profile has no ${kind}.`)
}

async function chooseFrom(walk: Walk, { control, kind }: Field, value: string): Promise<boolean> {
  if (!kind) return false
  const choice = choiceFor(control.choices, walk.buyer, { kind, value })
  if (!choice) {
    // A list of states of another country, which the next round finds replaced, or one that may stay as it is.
    if ((kind === 'state' || kind === 'dial') && !control.required) return false
    throw handOver(walk, 'review', `The shop's list "${control.name}" has no ${value}.`)
  }
  if (choice.selected) return false
  await act(walk.page, () => locate(walk.page, control).selectOption(choice.value))
  return true
}

/** A number as some shops insist on it: with and without signs, and without the country's code. */
function writingsOf({ control, kind, code }: Field, value: string): string[] {
  if (kind !== 'phone') return [value]
  const digits = value.replace(/\D/g, '')
  const local = code && digits.startsWith(code) ? [digits.slice(code.length)] : [value, digits]
  const all = [...local, digits.slice(-10), `0${digits.slice(-10)}`, digits.slice(-9)]
  const fitting = all.filter(({ length }) => control.room === 0 || length <= control.room)
  return fitting.length > 0 ? fitting : all
}

/** Typed key by key where a script takes back what is put in at once. */
export async function put({ page }: Walk, control: Control, value: string): Promise<boolean> {
  const target = locate(page, control)
  await target.fill(value, { timeout: FILL_MS }).catch(async () => {
    // A script may have put another element in its place, which has no number yet.
    await readControls(page)
    await target.fill(value)
  })
  const { kept, isValid } = (await readField(page, control)) ?? { kept: value, isValid: true }
  trafficOf(page).typed = Date.now()
  if (kept.replace(/\W/g, '') !== '' || !/\w/.test(value)) return isValid
  await target.pressSequentially(value, { delay: 5 })
  return (await readField(page, control))?.isValid ?? true
}

export async function write(walk: Walk, field: Field, value: string): Promise<void> {
  for (const each of writingsOf(field, value)) if (await put(walk, field.control, each)) return
}

/** A field that takes letters: written, and what it brings up answered. False when it says so already. */
async function writeText(walk: Walk, field: Field & { kind: Kind }, value: string): Promise<boolean> {
  const { control, kind } = field
  const text = typed(kind, value, control.room)
  const shown = { ...asChoice(control), label: control.value }
  if (control.value === text || (kind === 'country' && choiceFor([shown], walk.buyer, { kind, value })))
    return false
  const before = mayOffer(field) ? await readControls(walk.page) : []
  await write(walk, field, text)
  await answerSuggestions(walk, { control, kind, value }, before)
  return true
}

/** A home-made list: opened, read, chosen from. One that names the value already is left alone. */
async function chooseInPopup(walk: Walk, { control, kind }: Field, value: string): Promise<boolean> {
  const { page, buyer } = walk
  const shown = { ...asChoice(control), label: control.value }
  if (!kind || choiceFor([shown], buyer, { kind, value })) return false
  await act(page, () => press(page, control))
  const find = async () => {
    const options = (await readControls(page)).filter((each) => each.kind === 'radio')
    const hit = choiceFor(options.map(asChoice), buyer, { kind, value })
    return options.find(({ id }) => String(id) === hit?.value)
  }
  const option = await readUntil(page, { read: find, wanted: (seen) => seen !== undefined, ms: LIST_MS })
  if (!option) throw handOver(walk, 'review', `The shop's list "${control.name}" has no ${value}.`)
  await act(page, () => press(page, option))
  return true
}

async function fill(walk: Walk, field: Field): Promise<boolean> {
  const { control, kind, code } = field
  if (!kind) return false
  const value = answerFor(walk.buyer, kind)
  if (value === '') {
    if (control.required && control.value === '') missing(walk, kind, control.name)
    return false
  }
  if (control.kind === 'button') return chooseInPopup(walk, field, value)
  // A code that is written, not chosen, belongs to the number itself.
  if (kind === 'dial' && control.kind !== 'select') return false
  if (control.kind === 'select') return chooseFrom(walk, { control, kind }, value)
  if (kind === 'phone' && control.value.replace(/\D/g, '').length > 6) return false
  return writeText(walk, { control, kind, ...(code ? { code } : {}) }, value)
}

/** Forms that take an address: at least two of its parts or an email, and no password. */
function addressForms(fields: Field[], controls: Control[]): Set<number> {
  const forms = new Map<number, Set<Kind>>()
  for (const { control, kind } of fields)
    if (kind && !control.chrome) forms.set(control.form, (forms.get(control.form) ?? new Set()).add(kind))
  for (const { type, required, form } of controls) if (type === 'password' && required) forms.delete(form)
  const isLone = (kinds: Set<Kind>) => kinds.size < 2 && !kinds.has('email')
  return new Set([...forms].filter(([, kinds]) => !isLone(kinds)).map(([form]) => form))
}

/** With a field for the number of the house, the one for the street takes the rest. */
function splitStreet(fields: Field[]): Field[] {
  const hasHouse = fields.some(({ kind }) => kind === 'house')
  return fields.map((field) => (hasHouse && field.kind === 'street' ? { ...field, kind: 'road' } : field))
}

/** With a list of the countries' codes, the field beside it takes the number without. */
function splitPhone(walk: Walk, fields: Field[]): Field[] {
  const list = fields.find(({ kind }) => kind === 'dial')
  const code = list && dialFor(list.control.choices, walk.buyer)?.code
  return code ? fields.map((field) => (field.kind === 'phone' ? { ...field, code } : field)) : fields
}

/** The country first: what else is asked depends on it. */
const first = ({ kind }: Field) => (kind === 'country' ? 0 : 1)

const takesText = ({ kind, popup }: Control) =>
  kind === 'field' || kind === 'select' || (kind === 'button' && popup)

async function readFields(walk: Walk): Promise<Field[]> {
  const { page } = walk
  const controls = withoutLetters(await readControls(page))
  const fields = controls
    .filter((control) => !control.disabled && control.type !== 'password' && takesText(control))
    .map((control) => ({ control, kind: kindOf(control) }))
  const forms = addressForms(fields, controls)
  const ours = fields.filter(({ control, kind }) => kind && forms.has(control.form) && !control.chrome)
  return splitPhone(walk, splitStreet(ours)).toSorted((a, b) => first(a) - first(b))
}

/** Fills in until nothing is left to fill in: a field may bring others about. */
async function fillAll(walk: Walk): Promise<Kind[]> {
  const filled: Kind[] = []
  const done = new Set<string>()
  for (let round = 0; round < MAX_ROUNDS; round++) {
    const open = (await readFields(walk)).filter(
      ({ control }) => !done.has(`${control.hint} ${control.name}`),
    )
    if (open.length === 0) break
    for (const field of open) {
      done.add(`${field.control.hint} ${field.control.name}`)
      if (field.kind && (await fill(walk, field))) filled.push(field.kind)
      // The lists that hang on the country are other ones now.
      if (field.kind === 'country') break
    }
  }
  return filled
}

/** A form of address that has to be chosen: the one that says nothing, where there is one. */
async function answerNeutrally(walk: Walk): Promise<void> {
  const groups = (await groupsOf(walk)).filter(
    ({ title, options, isOfRows }) =>
      !isOfRows && words.salutation.test(title) && options.every(({ chosen }) => !chosen),
  )
  for (const { options } of groups) {
    const neutral = options.find(({ label, disabled }) => !disabled && words.neutral.test(label))
    if (neutral) await act(walk.page, neutral.pick)
  }
}

/** A postcode without a street: the shop would rather look the address up; the way to write it is opened. */
async function openFields(walk: Walk): Promise<boolean> {
  const kinds = (await readFields(walk)).map(({ kind }) => kind)
  if (!kinds.includes('zip') || kinds.includes('street') || kinds.includes('road') || kinds.includes('house'))
    return false
  const way = (await readControls(walk.page)).find(
    ({ kind, name, chrome }) =>
      (kind === 'button' || kind === 'link') && !chrome && name.length < 60 && words.manually.test(name),
  )
  if (way) await act(walk.page, () => press(walk.page, way))
  return way !== undefined
}

/** Fills who buys and where it goes, with the member's own data and nothing invented. */
export async function address(walk: Walk): Promise<string | null> {
  const filled = await fillAll(walk)
  if (await openFields(walk)) filled.push(...(await fillAll(walk)))
  if (filled.length === 0) return null
  walk.facts.buyerTold = true
  // A letter to subscribe to asks for an email alone.
  if (filled.some((kind) => kind !== 'email')) walk.facts.tillSeen = true
  await answerNeutrally(walk)
  // Some shops ask what delivery costs when the last field is left.
  await act(walk.page, () => walk.page.keyboard.press('Tab'))
  const declined = await declineAddOns(walk)
  const also = declined.length > 0 ? ` Declined: ${declined.join(', ')}.` : ''
  return `Filled in ${[...new Set(filled)].join(', ')}.${also}`
}
