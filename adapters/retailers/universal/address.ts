import { type Buyer, handOver, type Walk } from '../adapter.ts'
import type { Control } from './dom.ts'
import { act, locate, readControls } from './page.ts'
import { declineAddOns } from './tidy.ts'

type Kind = 'email' | 'name' | 'given' | 'family' | 'street' | 'city' | 'state' | 'zip' | 'country'

/** WHATWG autofill field names (HTML, 4.10.18.7). */
const byToken: Record<string, Kind> = {
  email: 'email',
  name: 'name',
  'given-name': 'given',
  'family-name': 'family',
  'street-address': 'street',
  'address-line1': 'street',
  'address-level2': 'city',
  'address-level1': 'state',
  'postal-code': 'zip',
  country: 'country',
  'country-name': 'country',
}
const byWords: readonly [RegExp, Kind][] = [
  [/e-?mail|courriel|correo/i, 'email'],
  [/first ?name|given ?name|vorname|prénom|\bnombre\b/i, 'given'],
  [/last ?name|family ?name|surname|nachname|apellido/i, 'family'],
  [/post(al)? ?code|\bzip|postcode|\bplz\b|postleitzahl|code postal/i, 'zip'],
  [/\bcountry|\bland\b|\bpays\b|país/i, 'country'],
  [/\b(state|province|region|bundesland|provincia)\b/i, 'state'],
  [/\b(city|town|suburb|ort|stadt|ville|ciudad)\b/i, 'city'],
  [/(street|address)( line)? ?1?$|\b(street|address|straße|strasse|adresse|dirección|calle)\b/i, 'street'],
  [/\b(full |your |recipient )?name\b|nom complet/i, 'name'],
]
const SECOND_LINE = /line ?2|apartment|apt\b|suite|optional|company|zusatz/i

function kindOf({ autocomplete, name, hint, type }: Control): Kind | undefined {
  const token = byToken[autocomplete.split(/\s+/).at(-1) ?? '']
  if (token) return token
  if (type === 'email') return 'email'
  const says = name || hint.replace(/[_-]/g, ' ')
  if (SECOND_LINE.test(says)) return undefined
  return byWords.find(([pattern]) => pattern.test(says))?.[1]
}

function answerFor(buyer: Buyer, kind: Kind): string {
  const [given = '', ...family] = buyer.name.split(/\s+/)
  const values: Record<Kind, string> = {
    email: buyer.email,
    name: buyer.name,
    given,
    family: family.join(' '),
    street: buyer.street,
    city: buyer.city,
    state: buyer.state,
    zip: buyer.zip_code,
    country: buyer.country,
  }
  return values[kind]
}

/** The choice of a select that means this value: by its value, its label, or the country's English name. */
function choiceFor(control: Control, value: string): string | undefined {
  const wanted = [value.toLowerCase()]
  if (/^[A-Z]{2}$/.test(value))
    wanted.push((new Intl.DisplayNames(['en'], { type: 'region' }).of(value) ?? value).toLowerCase())
  const hit = control.choices.find(
    (choice) => wanted.includes(choice.value.toLowerCase()) || wanted.includes(choice.label.toLowerCase()),
  )
  return hit?.value
}

async function fill(walk: Walk, control: Control, value: string): Promise<boolean> {
  const target = locate(walk.page, control)
  if (control.kind !== 'select') {
    if (control.value === value) return false
    await target.fill(value)
    return true
  }
  const choice = choiceFor(control, value)
  if (choice === undefined)
    throw handOver(walk, 'review', `The shop's list "${control.name}" has no ${value}.`)
  if (choice === control.value) return false
  await act(walk.page, () => target.selectOption(choice))
  return true
}

/** Forms that take an address: at least two of its parts, and no password. */
function addressForms(fields: { control: Control; kind: Kind | undefined }[]): Set<number> {
  const forms = new Map<number, Set<Kind>>()
  for (const { control, kind } of fields)
    if (kind && !control.chrome) forms.set(control.form, (forms.get(control.form) ?? new Set()).add(kind))
  const withPassword = fields.filter(({ control }) => control.type === 'password' && control.required)
  for (const { control } of withPassword) forms.delete(control.form)
  const isLone = (kinds: Set<Kind>) => kinds.size < 2 && !kinds.has('email')
  return new Set([...forms].filter(([, kinds]) => !isLone(kinds)).map(([form]) => form))
}

/** Fills who buys and where it goes, with the member's own data and nothing invented. */
export async function address(walk: Walk): Promise<string | null> {
  const controls = await readControls(walk.page)
  const fields = controls
    .filter(({ kind, disabled }) => (kind === 'field' || kind === 'select') && !disabled)
    .map((control) => ({ control, kind: kindOf(control) }))
  const forms = addressForms(fields)
  const filled: Kind[] = []
  for (const { control, kind } of fields) {
    if (!kind || !forms.has(control.form) || control.chrome) continue
    if (await fill(walk, control, answerFor(walk.buyer, kind))) filled.push(kind)
  }
  if (filled.length === 0) return null
  const declined = await declineAddOns(walk)
  const also = declined.length > 0 ? ` Declined: ${declined.join(', ')}.` : ''
  return `Filled in ${filled.join(', ')}.${also}`
}
