import type { Confirmation, Walk } from '../../adapters/retailers/adapter.ts'
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

type Asking = Extract<Confirmation, { kind: 'person' }>
type Handover = Extract<Outcome, { kind: 'handover' }>

/** The bank, or the shop, asked for the person after the click: theirs when the shop's lookup lists no order. */
export function askedBy({ reason, detail }: Asking, { page, facts }: Pick<Walk, 'page' | 'facts'>): Handover {
  return { kind: 'handover', reason, resume_url: facts.resumeUrl ?? page.url(), detail }
}
