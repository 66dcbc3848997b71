import type { Confirmation } from '../../adapters/retailers/adapter.ts'
import type { Outcome } from '../../core/checkout/outcome.ts'

type Refusal = Extract<Confirmation, { kind: 'refused' }>

/**
 * What the shop said when it did not take the order, in its words. It is believed only when its own order lookup still
 * lists none some time later: an order can be booked behind such a page.
 */
export function refusedBy({ soldOut, evidence }: Refusal): Outcome {
  return {
    kind: 'not-ordered',
    reason: soldOut ? 'sold-out' : 'refused',
    detail: `The shop says: "${evidence}"`,
  }
}
