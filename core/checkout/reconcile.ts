import { decimalsOf } from './price.ts'

/** One order as a shop's lookup page lists it. */
export type ListedOrder = {
  number: string
  /** All that the page says of it. */
  text: string
  /** When it was placed, if the page says. */
  placedAt: Date | null
}
export type Sought = {
  title: string
  /** How the page would write the total, e.g. ["169.00", "169,00"]. */
  totals: readonly string[]
  /** When the fence was raised. */
  since: Date
  /** Order numbers that belong to earlier requests. */
  known: readonly string[]
  /** Its number, where the shop has told it. */
  number?: string | null
}
export type Match =
  | { kind: 'ordered'; order: ListedOrder }
  | { kind: 'none' }
  | { kind: 'unclear'; detail: string }

/** Clocks of shops may run behind ours by this much. */
const SLACK_MS = 120_000

const AMOUNT = /\d[.,]\d\d(?!\d)/

/** True when one of these amounts stands in the text, not as the end of a larger one. */
function statesTotal(text: string, totals: readonly string[]): boolean {
  return totals.some((total) =>
    text.split(total).some((before, at, all) => {
      const after = all[at + 1]
      return after !== undefined && !/\d[.,]?$/.test(before) && !/^\d/.test(after)
    }),
  )
}

/** How pages write an amount: 16900 of USD is "169.00" or "169,00", 1234 of JPY is "1,234" or "1234". */
export function writtenTotals(minor: number, currency: string): string[] {
  const decimals = decimalsOf(currency)
  const digits = String(minor).padStart(decimals + 1, '0')
  const whole = digits.slice(0, digits.length - decimals)
  const cents = digits.slice(digits.length - decimals)
  const grouped = (sign: string) => whole.replace(/\B(?=(\d{3})+$)/g, sign)
  const wholes = [...new Set([whole, grouped(','), grouped('.'), grouped(' '), grouped("'"), grouped('’')])]
  if (decimals === 0) return wholes
  return wholes.flatMap((each) => [`${each}.${cents}`, `${each},${cents}`])
}

/**
 * Which listed order, if any, is the one that this request placed. Never guesses: an order that could be it but does
 * not match in full is "unclear", and a human looks.
 */
export function matchOrder(orders: readonly ListedOrder[], sought: Sought): Match {
  const same = orders.find(({ number }) => number === sought.number)
  if (same) return { kind: 'ordered', order: same }
  const fresh = orders.filter(
    ({ number, placedAt }) =>
      !sought.known.includes(number) && (!placedAt || placedAt.getTime() > sought.since.getTime() - SLACK_MS),
  )
  const isAboutIt = ({ text }: ListedOrder) => text.toLowerCase().includes(sought.title.toLowerCase())
  const aboutIt = fresh.filter(isAboutIt)
  const [order, ...more] = aboutIt.filter(({ text }) => statesTotal(text, sought.totals))
  if (order && more.length === 0) return { kind: 'ordered', order }
  if (order)
    return { kind: 'unclear', detail: `The shop lists ${more.length + 1} orders that could be this one.` }
  const [similar] = aboutIt
  if (similar)
    return {
      kind: 'unclear',
      detail: `The shop lists order ${similar.number}, with another total than confirmed.`,
    }
  // Many shops list orders without naming what is in them. "None" would let the member buy again.
  const possible = fresh.find(({ text }) => statesTotal(text, sought.totals) || !AMOUNT.test(text))
  if (possible)
    return {
      kind: 'unclear',
      detail: `The shop lists order ${possible.number} without naming what was bought; it could be this one.`,
    }
  return { kind: 'none' }
}
