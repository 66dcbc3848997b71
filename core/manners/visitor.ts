import { FULL } from './budget.ts'

/**
 * Why somebody goes to a shop. `finish`: a checkout that was there already and comes back (its member said yes, it lost
 * its lease, its order has to be looked up); `checkout`: one that begins; `monitor`: a look at what is in stock.
 */
export type Purpose = 'finish' | 'checkout' | 'monitor'

export type Visitor = {
  /** A UUID. Asking again with the same one keeps the place in line. */
  id: string
  purpose: Purpose
  /** Among those of one purpose the lower goes first, among equals who came first. 0 by default. */
  order?: number
}

const ranks: Readonly<Record<Purpose, number>> = { finish: 0, checkout: 1, monitor: 2 }

/** Requests that must be left in the budget: monitors leave half of it to those who buy. */
const needs: Readonly<Record<Purpose, number>> = { finish: 1, checkout: FULL / 20, monitor: FULL / 2 }

/** The lower rank goes first, whoever came first. */
export function rankOf(purpose: Purpose): number {
  return ranks[purpose]
}

/** Requests that the budget must still have for this visitor to go in. */
export function tokensFor(purpose: Purpose): number {
  return needs[purpose]
}
