import type { Outcome } from '../../core/checkout/outcome.ts'
import { formatMinor } from '../../core/checkout/price.ts'
import { formatMoney } from '../../core/format-money.ts'

const exitCodes: Readonly<Record<Outcome['kind'], number>> = {
  ordered: 0,
  'dry-run': 0,
  handover: 3,
  'not-ordered': 4,
  'unknown-needs-member': 5,
}
export const EXIT_TROUBLE = 1
export const EXIT_BAD_INPUT = 2

export function exitCodeOf({ kind }: Outcome): number {
  return exitCodes[kind]
}

export type Asked = { url: string; size: string; mode: string }

/** The one JSON object of --json: the outcome, and what was asked. `total` is `total_minor` as a decimal number in words. */
export function jsonOf(outcome: Outcome, asked: Asked): string {
  const total = 'total_minor' in outcome ? { total: formatMinor(outcome.total_minor, outcome.currency) } : {}
  return JSON.stringify({ outcome: outcome.kind, ...outcome, ...total, ...asked })
}

/** One sentence or two for a person. */
export function sentenceFor(outcome: Outcome): string {
  if (outcome.kind === 'ordered') {
    const number = outcome.number ? ` number ${outcome.number}` : ''
    return `Ordered:${number} for ${formatMoney(outcome.total_minor, outcome.currency)}. The shop wrote: "${outcome.evidence}"`
  }
  if (outcome.kind !== 'handover') return outcome.detail
  const go = outcome.resume_url ? ` Go on at ${outcome.resume_url}` : ''
  return `Over to you (${outcome.reason}): ${outcome.detail}${go}`
}
