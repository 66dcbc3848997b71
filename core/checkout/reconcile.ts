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
}
export type Match =
  | { kind: 'ordered'; order: ListedOrder }
  | { kind: 'none' }
  | { kind: 'unclear'; detail: string }

/** Clocks of shops may run behind ours by this much. */
const SLACK_MS = 120_000

/**
 * Which listed order, if any, is the one that this request placed. Never guesses: an order that could be it but does
 * not match in full is "unclear", and a human looks.
 */
export function matchOrder(orders: readonly ListedOrder[], sought: Sought): Match {
  const fresh = orders.filter(
    ({ number, placedAt }) =>
      !sought.known.includes(number) && (!placedAt || placedAt.getTime() > sought.since.getTime() - SLACK_MS),
  )
  const aboutIt = fresh.filter(({ text }) => text.toLowerCase().includes(sought.title.toLowerCase()))
  const [order, ...more] = aboutIt.filter(({ text }) => sought.totals.some((total) => text.includes(total)))
  if (order && more.length === 0) return { kind: 'ordered', order }
  if (order)
    return { kind: 'unclear', detail: `The shop lists ${more.length + 1} orders that could be this one.` }
  const [similar] = aboutIt
  if (similar)
    return {
      kind: 'unclear',
      detail: `The shop lists order ${similar.number}, with another total than confirmed.`,
    }
  return { kind: 'none' }
}
