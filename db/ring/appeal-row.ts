import type { RingScore } from '../../core/karma/ring/score.ts'
import type { Appeal, ReviewAppeal } from '../../core/karma/ring/shape.ts'

export type AppealRow = {
  id: string
  text: string
  score: RingScore
  created_at: Date
  decided_at: Date | null
  note: string | null
  lifts_until: Date | null
}

export const appealColumns = 'a.id, a.text, a.score, a.created_at, a.decided_at, a.note, a.lifts_until'

/** The reasons of a score as they are answered. */
export function reasonsOf({ reasons }: RingScore): ReviewAppeal['reasons'] {
  return reasons.map(({ code, text, points }) => ({ code, words: text, bp: points }))
}

export function toAppeal({ id, text, created_at, decided_at, note, lifts_until }: AppealRow): Appeal {
  const decided = lifts_until ? 'granted' : 'refused'
  return {
    id,
    text,
    state: decided_at ? decided : 'open',
    created_at: created_at.toISOString(),
    decided_at: decided_at?.toISOString() ?? null,
    answer: note,
    lifts_until: lifts_until?.toISOString() ?? null,
  }
}
