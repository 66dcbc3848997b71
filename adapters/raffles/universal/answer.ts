import { fitOf, inSystemOf, isSize } from '../../../core/checkout/size.ts'
import { stateNames } from '../../../core/checkout/state.ts'
import type { Choice } from '../../retailers/universal/dom.ts'
import { answerFor, type Kind } from '../../retailers/universal/fields.ts'
import { choiceFor } from '../../retailers/universal/region.ts'
import { words } from '../../retailers/universal/words.ts'
import type { Entrant } from '../adapter.ts'
import type { Option, Question } from './questions.ts'
import type { Topic } from './topic.ts'
import { drawWords } from './words.ts'

// What the member has given, as an answer to a question. Nothing here makes one up.

const kinds: readonly Topic[] = [
  ...(['email', 'name', 'given', 'family', 'phone', 'dial', 'street', 'house', 'road'] as const),
  ...(['city', 'state', 'zip', 'country'] as const),
]
export const isKind = (topic: Topic): topic is Topic & Kind => kinds.includes(topic)

const plain = (text: string) =>
  text
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()

/** The member's own answer to a question in these words. */
export function ownAnswer({ answers }: Entrant, title: string): string {
  const asked = plain(title)
  const hit = Object.entries(answers).find(([about]) => plain(about) !== '' && asked.includes(plain(about)))
  return hit?.[1] ?? ''
}

const LETTERS: Readonly<Record<string, 'day' | 'month' | 'year'>> = {
  ...{ d: 'day', t: 'day', j: 'day', g: 'day', m: 'month', y: 'year', a: 'year' },
}

/** "DD.MM.YYYY", "jj/mm/aaaa": its parts in order, and what stands between them. */
function formatIn(hint: string): { order: ('day' | 'month' | 'year')[]; sign: string } | undefined {
  const match = /\b([dtjgmya]{1,4})([./ -])([dtjgmya]{1,4})\2([dtjgmya]{2,4}|jjjj)\b/i.exec(hint)
  if (!match) return undefined
  const [, first = '', sign = '', second = '', third = ''] = match
  const order = [first, second, third].map((part) =>
    /^jjjj$/i.test(part) ? 'year' : LETTERS[part.charAt(0).toLowerCase()],
  )
  const isWhole = new Set(order).size === 3 && !order.includes(undefined)
  return isWhole ? { order: order.filter((part) => part !== undefined), sign } : undefined
}

/** A date of birth as the field wants it: as its example says, as its language writes, else as ISO 8601 does. */
export function writtenDate(
  date: string,
  { type, hint, lang }: { type: string; hint: string; lang: string },
): string {
  const [year = '', month = '', day = ''] = date.split('-')
  if (type === 'date') return date
  const parts = { day, month, year }
  const format = formatIn(hint)
  if (format) return format.order.map((part) => parts[part]).join(format.sign)
  if (/^(de|cs|pl|fi|da|nb|no)\b/i.test(lang)) return `${day}.${month}.${year}`
  if (/^(fr|es|it|pt|en-gb)\b/i.test(lang)) return `${day}/${month}/${year}`
  if (/^nl\b/i.test(lang)) return `${day}-${month}-${year}`
  return /^en-us\b/i.test(lang) ? `${month}/${day}/${year}` : date
}

/** What is written into a field for text; empty where the member has given nothing. */
export function textFor(entrant: Entrant, { topic, title, control }: Question, lang: string): string {
  const { buyer, size, birthDate, instagram, stores } = entrant
  const [year = '', month = '', day = ''] = (birthDate ?? '').split('-')
  if (isKind(topic)) return answerFor(buyer, topic)
  const given: Partial<Record<Topic, string>> = {
    ...{ size, instagram: instagram ?? '', store: stores[0] ?? '' },
    ...{ 'birth-day': day, 'birth-month': month, 'birth-year': year },
    birth: birthDate
      ? writtenDate(birthDate, { type: control.type, hint: `${control.hint} ${title}`, lang })
      : '',
  }
  return given[topic] ?? ownAnswer(entrant, title)
}

type Wanted = (option: Option) => boolean

export const asChoice = ({ value, label, disabled, chosen }: Option): Choice => ({
  value,
  label,
  disabled,
  selected: chosen,
})

/** A month by its number or its name, in whatever language; a day or a year by its number. */
function isDatePart(topic: Topic, birthDate: string): Wanted {
  const [year = '', month = '', day = ''] = birthDate.split('-')
  const number = Number(topic === 'birth-year' ? year : topic === 'birth-month' ? month : day)
  const names = ['en', 'de', 'fr', 'es', 'it', 'nl', 'pt'].map((language) =>
    new Date(Date.UTC(2000, Number(month) - 1)).toLocaleString(language, { month: 'long', timeZone: 'UTC' }),
  )
  const isMonth = (label: string) =>
    names.some((name) => plain(name).startsWith(plain(label)) && plain(label).length > 2)
  return ({ label }) => {
    const read = /^\d+/.exec(label.trim())?.[0]
    return read === undefined ? topic === 'birth-month' && isMonth(label) : Number(read) === number
  }
}

/** One of several may be the same by another name: all of them are looked at. */
function isRegion({ buyer }: Entrant, kind: Kind, options: Option[]): Wanted[] {
  const value = answerFor(buyer, kind)
  if (value === '') return []
  const hit = choiceFor(options.map(asChoice), buyer, { kind, value })
  const short = kind === 'state' ? stateNames(buyer.country, value) : []
  return [({ value: given, label }) => (hit?.value === given && hit.label === label) || short.includes(label)]
}

function isAnswer(answer: string): Wanted[] {
  const sought = plain(answer)
  if (sought === '') return []
  // Scripts without spaces between words have no whole words to look for.
  const isWithin = /\p{Lo}/u.test(sought)
    ? (label: string) => plain(label).includes(sought)
    : (label: string) => ` ${plain(label)} `.includes(` ${sought} `)
  return [({ label }) => plain(label) === sought, ({ label }) => isWithin(label)]
}

/** "US 10" and not "UK 10" where the list has both, even one that is gone; a man's and not a woman's. */
function isOfSize(options: Option[], size: string, title: string): Wanted {
  const grade = ({ label }: Option) => {
    const written = inSystemOf(label, title)
    return isSize(written, size) ? fitOf(written, size) : -1
  }
  const best = Math.max(0, ...options.map(grade))
  return (option) => grade(option) === best
}

/** Which of these choices would be the member's, best first; none where nothing was given. */
export function wantedOf(entrant: Entrant, { topic, title }: Question, options: Option[]): Wanted[] {
  const { size, stores, receive, birthDate } = entrant
  if (isKind(topic)) return isRegion(entrant, topic, options)
  if (topic === 'size') return size === '' ? [] : [isOfSize(options, size, title)]
  if (topic === 'store') return stores.flatMap(isAnswer)
  if (topic === 'receive')
    return receive ? [({ label }) => drawWords[receive === 'store' ? 'pickup' : 'ship'].test(label)] : []
  if (topic.startsWith('birth')) return birthDate ? [isDatePart(topic, birthDate)] : []
  if (topic === 'age') return [({ label }) => drawWords.yes.test(label)]
  if (topic === 'marketing') return [({ label }) => words.none.test(label) || drawWords.no.test(label)]
  return isAnswer(ownAnswer(entrant, title))
}
