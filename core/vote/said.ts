import { judgeText } from '../moderation/judge.ts'
import { linksIn } from '../moderation/links.ts'
import type { FilterInput } from '../moderation/shape.ts'
import { MOST_SAID } from './text.ts'

/**
 * What a voter said, as it is shown. It is on chain whatever we do, and nobody looked at it before: what the moderators'
 * filters would hold, or a newcomer could not post, is not ours to spread.
 * @returns null when it is withheld; cut where it is longer than the page lets members write. Pure.
 */
export function shownSaid(said: string, filters: readonly FilterInput[]): string | null {
  const text = said.trim()
  const verdict = judgeText({ text, links: linksIn(text), filters, level: 'new' })
  if (verdict.kind !== 'pass') return null
  return text.length > MOST_SAID ? `${text.slice(0, MOST_SAID - 1)}…` : text
}
