import type { Walk } from '../../../adapters/retailers/adapter.ts'
import { hasCardNumber } from '../../../core/card.ts'
import type { Outcome } from '../../../core/checkout/outcome.ts'

// Once the member had a hand in the page, what it shows may be what they typed. Of that nothing is kept.

const HIDDEN = 'What the page says here is not kept: a card number is in it.'

/** A sentence of the page's, or the fact that it is left out. */
export function keepable(walk: Pick<Walk, 'facts'>, text: string): string {
  return walk.facts.helped && hasCardNumber(text) ? HIDDEN : text
}

/** Forms may have put what was typed behind the "?" of an address. */
function withoutQuery(url: string | null): string | null {
  return url && URL.canParse(url) ? new URL(new URL(url).pathname, url).href : url
}

/** An outcome that may be stored. */
export function keepableOutcome(walk: Pick<Walk, 'facts'>, outcome: Outcome): Outcome {
  if (!walk.facts.helped) return outcome
  if (outcome.kind === 'ordered') return { ...outcome, evidence: keepable(walk, outcome.evidence) }
  const kept = { ...outcome, detail: keepable(walk, outcome.detail) }
  return kept.kind === 'handover' ? { ...kept, resume_url: withoutQuery(kept.resume_url) } : kept
}
