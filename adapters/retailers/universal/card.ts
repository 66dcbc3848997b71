import type { Page } from 'playwright-core'
import { SECRET_FIELD } from '../../browser/context.ts'
import { handOver, type PaymentDetails, type Walk } from '../adapter.ts'
import type { Control } from './dom.ts'
import type { Place } from './memo.ts'
import { act, locate, readControls } from './page.ts'

type Part = 'number' | 'expiry' | 'month' | 'year' | 'code' | 'holder'
export type CardField = { place: Place; control: Control; part: Part }

const byToken: Readonly<Record<string, Part>> = {
  ...{ 'cc-number': 'number', 'cc-exp': 'expiry', 'cc-exp-month': 'month', 'cc-exp-year': 'year' },
  ...{ 'cc-csc': 'code', 'cc-name': 'holder' },
}
const byWords: readonly [RegExp, Part][] = [
  [/\bmm ?[/-] ?(yy|jj|aa)/i, 'expiry'],
  [
    /cvc|cvv|csc|cvn|security ?code|card ?code|verification|prüf(ziffer|nummer)|sicherheitscode|cryptogramme|código de seguridad|codice di sicurezza|セキュリティ/i,
    'code',
  ],
  [
    /exp\w*[ _-]*(month|mm)|month of exp|ablaufmonat|mois d.exp|mes de (caducidad|venc)|有効期限.*月/i,
    'month',
  ],
  [/exp\w*[ _-]*(year|yy)|year of exp|ablaufjahr|année d.exp|año de (caducidad|venc)|有効期限.*年/i, 'year'],
  [
    /expir|\bexp\b|exp ?date|valid (until|thru|to)|\bmm ?\/ ?yy|gültig|ablaufdatum|verfall|caducidad|vencimiento|scadenza|有効期限/i,
    'expiry',
  ],
  [
    /(card|karten|carte|tarjeta|carta|cc)[ _-]*(no|nr|num|number|nummer|numero|número|numéro)|(number|numéro|número|numero).{0,10}(card|carte|tarjeta|carta)|kreditkarte|cardnumber|1234 1234|カード番号/i,
    'number',
  ],
  [
    /(name|nom|nombre|nome).{0,8}(card|karte|carte|tarjeta|carta)|card ?holder|karteninhaber|titulaire|titular|titolare|名義/i,
    'holder',
  ],
]
const GIFT = /gift|loyalty|voucher|geschenk/i

function partOf({ kind, autocomplete, name, hint }: Control): Part | undefined {
  if (kind !== 'field' && kind !== 'select') return undefined
  const token = byToken[autocomplete.split(/\s+/).at(-1) ?? '']
  if (token) return token
  const says = `${name} ${hint}`
  return GIFT.test(says) ? undefined : byWords.find(([pattern]) => pattern.test(says))?.[1]
}

async function fieldsIn(place: Place): Promise<CardField[]> {
  const controls = await readControls(place).catch(() => [])
  return controls.flatMap((control) => {
    const part = control.disabled || control.chrome ? undefined : partOf(control)
    return part ? [{ place, control, part }] : []
  })
}

async function isVisible(page: Page, place: Place): Promise<boolean> {
  if (place === page || !('frameElement' in place)) return true
  const element = await place.frameElement().catch(() => undefined)
  return (await element?.isVisible().catch(() => false)) ?? false
}

/** Every field of this page and its frames that takes a part of a card; none unless one of them takes the number. */
export async function cardFields(page: Page): Promise<CardField[]> {
  const places: Place[] = [page, ...page.frames().filter((frame) => frame !== page.mainFrame())]
  const found: CardField[] = []
  for (const place of places) if (await isVisible(page, place)) found.push(...(await fieldsIn(place)))
  return found.some(({ part }) => part === 'number') ? found : []
}

const two = (number: number) => String(number).padStart(2, '0')

function expiryFor({ control }: CardField, month: number, year: number): string {
  if (control.type === 'month') return `${year}-${two(month)}`
  const isLong = /y{4}|j{4}|a{4}/i.test(`${control.hint} ${control.name}`)
  return `${two(month)}/${isLong ? year : two(year % 100)}`
}

function valueFor(field: CardField, { card, code }: PaymentDetails): string | null {
  const values: Record<Part, string | null> = {
    number: card.number,
    expiry: expiryFor(field, card.expMonth, card.expYear),
    month: two(card.expMonth),
    year: String(card.expYear),
    code,
    holder: card.name,
  }
  return values[field.part]
}

function choiceOf({ control, part }: CardField, value: string): string | undefined {
  const number = Number(value)
  const month = new Date(Date.UTC(2000, number - 1)).toLocaleString('en', { month: 'short', timeZone: 'UTC' })
  return control.choices.find(({ value: given, label }) =>
    [given, label].some((text) => {
      const read = Number(/\d+/.exec(text)?.[0] ?? Number.NaN)
      if (part === 'year') return read === number || read === number % 100
      return read === number || text.toLowerCase().startsWith(month.toLowerCase())
    }),
  )?.value
}

const digits = (text: string) => text.replace(/\D/g, '')

/** Put in at once, or key by key where the field's own script forms what is typed. */
async function write(field: CardField, value: string): Promise<boolean> {
  const target = locate(field.place, field.control)
  // Before anything stands in it: from now on it is black in every picture.
  await target.evaluate((el, name) => el.setAttribute(name, ''), SECRET_FIELD)
  if (field.control.kind === 'select') {
    const choice = choiceOf(field, value)
    if (choice === undefined || choice === field.control.value) return false
    await target.selectOption(choice)
    return true
  }
  const isSame = (text: string) =>
    field.part === 'holder' ? text === value : digits(text) === digits(value) && text !== ''
  if (isSame(field.control.value)) return false
  const fits =
    field.part === 'year' && (await target.getAttribute('maxlength')) === '2' ? value.slice(-2) : value
  await target.fill(fits)
  if (isSame(await target.inputValue())) return true
  await target.fill('')
  await target.pressSequentially(fits.replace('/', ''), { delay: 10 })
  return true
}

/**
 * Fills the card in, in the page or in the payment service's frames. What it says names no digit of it.
 * @throws Stopped handover `payment` without a card, or without the code that the shop wants
 */
export async function fillCard(walk: Walk, fields: CardField[]): Promise<string | null> {
  const details = await walk.payment()
  if (!details) throw handOver(walk, 'payment', 'The shop wants a card to pay. Please go on yourself.')
  let filled = false
  for (const field of fields) {
    const value = valueFor(field, details)
    if (value === null)
      throw handOver(walk, 'payment', "The shop wants the card's security code. Please go on yourself.")
    await act(walk.page, async () => {
      filled = (await write(field, value)) || filled
    })
  }
  return filled ? 'Filled in the card.' : null
}
