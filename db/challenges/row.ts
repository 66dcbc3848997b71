import type { Challenge } from '../../core/karma/shape.ts'

export type ChallengeRow = {
  id: string
  restock_id: string
  reason: string
  opened_at: Date
  holds_until: Date
  outcome: Challenge['outcome']
  note: string | null
  resolved_at: Date | null
}

/** A challenge in its wire shape. */
export function toChallenge({ id, restock_id, reason, outcome, note, ...times }: ChallengeRow): Challenge {
  return {
    ...{ id, restock_id, reason, outcome, note },
    opened_at: times.opened_at.toISOString(),
    holds_until: times.holds_until.toISOString(),
    resolved_at: times.resolved_at?.toISOString() ?? null,
  }
}
