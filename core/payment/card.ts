import { passesLuhn } from '../card.ts'
import { labelPattern, type PaymentCard } from './purpose.ts'

/** As a person types it. */
export type TypedCard = { number: string; name: string; expiry: string; label: string }
export type CardErrors = Partial<Record<keyof TypedCard, string>>

function numberError(digits: string): string | undefined {
  if (!/^\d+$/.test(digits)) return 'Digits only.'
  if (digits.length < 13 || digits.length > 19) return 'A card number has 13 to 19 digits.'
  return passesLuhn(digits) ? undefined : 'One digit is wrong: the check digit does not fit.'
}

/** "12/31", "1 / 2031": the month and the four-digit year. */
export function readExpiry(text: string): { expMonth: number; expYear: number } | undefined {
  const [, month, year] = /^(\d{1,2})\s*[/-]\s*(\d{2}|\d{4})$/.exec(text.trim()) ?? []
  if (!month || !year || Number(month) < 1 || Number(month) > 12) return undefined
  return { expMonth: Number(month), expYear: year.length === 2 ? 2000 + Number(year) : Number(year) }
}

/** A card is good to the end of its month. */
function isOver({ expMonth, expYear }: { expMonth: number; expYear: number }, now: Date): boolean {
  return Date.UTC(expYear, expMonth) <= now.getTime()
}

/** What was typed, as a card, or what is wrong with it by field; never quoting it. Pure; runs in the browser. */
export function readCard(
  typed: TypedCard,
  now: Date,
): { card: PaymentCard; label: string; errors?: undefined } | { errors: CardErrors } {
  const number = typed.number.replace(/[ -]/g, '')
  const [name, label] = [typed.name.trim(), typed.label.trim()]
  const expiry = readExpiry(typed.expiry)
  const errors: CardErrors = {}
  const wrong = numberError(number)
  if (wrong) errors.number = wrong
  if (name === '' || name.length > 100) errors.name = 'The name as it is on the card, at most 100 characters.'
  if (!expiry) errors.expiry = 'Month and year, such as 04/31.'
  else if (isOver(expiry, now)) errors.expiry = 'This card is over.'
  if (!labelPattern.test(label)) errors.label = '1 to 40 characters, no digits.'
  return expiry && Object.keys(errors).length === 0
    ? { card: { number, name, ...expiry }, label }
    : { errors }
}
