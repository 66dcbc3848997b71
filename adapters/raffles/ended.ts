import { Final } from '../../core/errors.ts'
import type { EntryOutcome } from '../../core/raffle-form/outcome.ts'
import type { Stopped, Walk } from '../retailers/adapter.ts'

type Handover = Extract<EntryOutcome, { kind: 'handover' }>
type NotEntered = Extract<EntryOutcome, { kind: 'not-entered' }>

/** The entry has to end here, with this outcome. */
export class Ended extends Final {
  readonly outcome: EntryOutcome

  constructor(outcome: EntryOutcome) {
    super({ code: 'raffle-form.ended', message: 'detail' in outcome ? outcome.detail : outcome.kind })
    this.outcome = outcome
  }
}

/** The member takes over at this page. */
export function leaveTo(
  { page }: Pick<Walk, 'page'>,
  reason: Handover['reason'],
  rest: { detail: string; missing?: string[]; url?: string },
): Ended {
  const { detail, missing = [], url = page.url() } = rest
  return new Ended({ kind: 'handover', reason, missing, resume_url: url, detail })
}

/** The draw is not to be entered, and why; `evidence` is the shop's own words. */
export function notEntered(
  reason: NotEntered['reason'],
  detail: string,
  evidence: string | null = null,
): Ended {
  return new Ended({ kind: 'not-entered', reason, detail, evidence })
}

/** What the manners of a guest ended, in the words of a draw. */
export function outcomeOfStop({ outcome }: Pick<Stopped, 'outcome'>): EntryOutcome {
  if (outcome.kind !== 'handover')
    return { kind: 'unknown-needs-member', detail: 'detail' in outcome ? outcome.detail : outcome.kind }
  const reason = outcome.reason === 'price' ? 'payment' : outcome.reason
  return { kind: 'handover', reason, missing: [], resume_url: outcome.resume_url, detail: outcome.detail }
}
