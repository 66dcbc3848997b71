import { countryNames } from '../../../core/checkout/country.ts'
import { stateNames } from '../../../core/checkout/state.ts'
import type { Buyer } from '../adapter.ts'
import type { Choice } from './dom.ts'
import type { Kind } from './fields.ts'

const plain = (text: string) =>
  text
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()

/** All ways in which a list may write a value. */
function writings(buyer: Buyer, kind: Kind, value: string): string[] {
  if (kind === 'country')
    return [value, ...countryNames(value), ...(value === 'US' ? ['USA', 'United States of America'] : [])]
  if (kind === 'state') return [value, ...stateNames(buyer.country, value)]
  return [value]
}

/** A value as one would type it: the name of a country where there is room for more than its code. */
export function typed(kind: Kind | undefined, value: string, room: number): string {
  const isShort = room > 0 && room <= 3
  return kind === 'country' && !isShort ? (countryNames(value)[0] ?? value) : value
}

/** "+1" or "0044" of a choice, its digits; empty where it names none. */
function dialOf({ value, label }: Choice): string {
  const [, signed] = /(?:\+|\b00)\s?(\d{1,4})/.exec(`${label} ${value}`) ?? []
  return signed ?? /^\d{1,3}$/.exec(value)?.[0] ?? ''
}

/** The choice of the code that the buyer's number begins with; of several that share one, their own country's. */
export function dialFor(
  choices: readonly Choice[],
  buyer: Buyer,
): { choice: Choice; code: string } | undefined {
  const number = (buyer.phone ?? '').replace(/[^\d+]/g, '')
  const fitting = choices
    .map((choice) => ({ choice, code: dialOf(choice) }))
    .filter(({ code }) => code !== '' && number.startsWith(`+${code}`))
  const own = [buyer.country, ...countryNames(buyer.country)].map(plain)
  const isOwn = ({ choice }: { choice: Choice }) =>
    own.some((name) => ` ${plain(`${choice.label} ${choice.value}`)} `.includes(` ${name} `))
  return fitting.find(isOwn) ?? fitting.toSorted((a, b) => b.code.length - a.code.length)[0]
}

/** The choice of a list that means this value: by its value, its label, or another name for the same. */
export function choiceFor(
  choices: readonly Choice[],
  buyer: Buyer,
  asked: { kind: Kind; value: string },
): Choice | undefined {
  if (asked.kind === 'dial') return dialFor(choices, buyer)?.choice
  const wanted = writings(buyer, asked.kind, asked.value).map(plain)
  const usable = choices.filter(({ disabled }) => !disabled)
  const exact = usable.find(
    ({ value, label }) => wanted.includes(plain(label)) || wanted.includes(plain(value)),
  )
  return (
    exact ??
    usable.find(({ value }) => wanted.includes(plain(value.split(/[-_:]/).at(-1) ?? ''))) ??
    usable.find(({ label }) => wanted.some((each) => each.length > 3 && plain(label).startsWith(each)))
  )
}
