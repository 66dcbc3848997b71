import { sizeOf } from '../../../core/checkout/size.ts'
import { statedAge } from '../../../core/raffle-form/age.ts'
import type { Control } from '../../retailers/universal/dom.ts'
import { type Kind, kindOf } from '../../retailers/universal/fields.ts'
import { words } from '../../retailers/universal/words.ts'
import { drawWords } from './words.ts'

type BirthPart = 'birth' | 'birth-day' | 'birth-month' | 'birth-year'
/** What a question is about. `consent` asks for terms and advertising in one; `other` is for the member's own answers. */
export type Topic =
  | Kind
  | BirthPart
  | ('size' | 'store' | 'receive' | 'instagram')
  | ('terms' | 'age' | 'marketing' | 'consent' | 'file' | 'other')

const birthTokens: Readonly<Record<string, BirthPart>> = {
  ...{ bday: 'birth', 'bday-day': 'birth-day', 'bday-month': 'birth-month', 'bday-year': 'birth-year' },
}

const tokenOf = ({ autocomplete }: Pick<Control, 'autocomplete'>) => autocomplete.split(/\s+/).at(-1) ?? ''

/** Which part of a date a list of numbers, or of names, stands for. */
function datePart(labels: readonly string[]): BirthPart | undefined {
  const numbers = labels.map((label) => Number(/^\d+/.exec(label.trim())?.[0] ?? Number.NaN))
  const real = numbers.filter((number) => !Number.isNaN(number))
  if (real.some((number) => number >= 1900 && number <= 2100)) return 'birth-year'
  if (real.length > 12 && Math.max(...real) === 31) return 'birth-day'
  const named = labels.filter((label) => /\p{L}{3,}/u.test(label)).length
  return real.length === 12 || named >= 12 ? 'birth-month' : undefined
}

const parts: readonly [BirthPart, RegExp][] = [
  ['birth-day', /\b(day|dd|tag|tt|jour|jj|día|giorno|gg|dag|dia)\b|^日/i],
  ['birth-month', /\b(month|mm|monat|mois|mes|mese|maand|mês)\b|^月/i],
  ['birth-year', /\b(year|yyyy|jahr|jjjj|année|aaaa|año|anno|jaar|ano)\b|^年/i],
]

/** "Day", "MM", "Jahr" of a date of birth in several fields; "dd/mm/yyyy" is all of it. */
function partByName(name: string): BirthPart {
  const [first, ...more] = parts.filter(([, pattern]) => pattern.test(name))
  return first && more.length === 0 ? first[0] : 'birth'
}

/** What a field for text asks for. @param title all the words about it */
export function topicOfField(control: Control, title: string): Topic {
  const token = birthTokens[tokenOf(control)]
  if (token) return token
  if (control.type === 'file') return 'file'
  if (drawWords.birth.test(title)) return partByName(control.name || control.hint)
  if (drawWords.instagram.test(title)) return 'instagram'
  if (drawWords.bothNames.test(title)) return 'name'
  const kind = kindOf(control)
  if (kind) return kind
  if (drawWords.second.test(title)) return 'other'
  if (words.size.test(title)) return 'size'
  return drawWords.store.test(title) ? 'store' : 'other'
}

const isSizes = (labels: readonly string[]) => labels.length > 1 && labels.every((label) => sizeOf(label))

/** What a list of choices asks for. */
export function topicOfChoice(control: Control, title: string, labels: readonly string[]): Topic {
  const token = birthTokens[tokenOf(control)]
  if (token) return token
  if (drawWords.birth.test(title)) return datePart(labels) ?? 'other'
  const isYesNo = labels.length <= 3 && labels.some((label) => drawWords.yes.test(label))
  if (isYesNo && statedAge(title) !== undefined) return 'age'
  if (isYesNo && drawWords.marketing.test(title)) return 'marketing'
  if (drawWords.second.test(title)) return 'other'
  if (isSizes(labels) || (words.size.test(title) && labels.some((label) => sizeOf(label)))) return 'size'
  if (
    labels.some((label) => drawWords.pickup.test(label)) &&
    labels.some((label) => drawWords.ship.test(label))
  )
    return 'receive'
  const kind = kindOf(control)
  if (kind) return kind
  if (drawWords.store.test(title) || drawWords.pickup.test(title)) return 'store'
  return words.size.test(title) ? 'size' : 'other'
}

/** What a box to tick asks for. */
export function topicOfBox(title: string): Topic {
  if (statedAge(title) !== undefined) return 'age'
  const isTerms = drawWords.terms.test(title) || drawWords.correct.test(title)
  if (drawWords.marketing.test(title)) return isTerms ? 'consent' : 'marketing'
  return isTerms ? 'terms' : 'other'
}
