import type { EntryReview } from '../../adapters/raffles/adapter.ts'
import type { EntryOutcome } from '../../core/raffle-form/outcome.ts'

const exitCodes: Readonly<Record<EntryOutcome['kind'], number>> = {
  entered: 0,
  'already-entered': 0,
  'dry-run': 0,
  handover: 3,
  'not-entered': 4,
  'unknown-needs-member': 5,
}

export function entryExitCode({ kind }: EntryOutcome): number {
  return exitCodes[kind]
}

/** The one JSON object of --json: the outcome, and what was asked. */
export function entryJson(outcome: EntryOutcome, asked: { url: string; size: string; mode: string }): string {
  return JSON.stringify({ outcome: outcome.kind, ...outcome, ...asked })
}

/** One sentence or two for a person. */
export function entrySentence(outcome: EntryOutcome): string {
  if (outcome.kind === 'entered' || outcome.kind === 'already-entered') {
    const number = outcome.number ? ` Its number is ${outcome.number}.` : ''
    const said =
      outcome.kind === 'entered'
        ? 'You are in the draw.'
        : 'You were in this draw already; nothing was sent now.'
    return `${said}${number} The shop wrote: "${outcome.evidence}"`
  }
  if (outcome.kind !== 'handover') return outcome.detail
  const go = outcome.resume_url ? ` Go on at ${outcome.resume_url}` : ''
  return `Over to you (${outcome.reason}): ${outcome.detail}${go}`
}

/** What the member is asked to say yes to. */
export function reviewText({ title, answers, agrees, declined }: EntryReview): string {
  const lines = [
    `Entering "${title}" with:`,
    ...answers.map(({ question, answer }) => `  ${question}: ${answer}`),
    ...agrees.map((each) => `  agreeing to: ${each}`),
    ...declined.map((each) => `  not wanting: ${each}`),
  ]
  return lines.join('\n')
}
