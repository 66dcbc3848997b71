import type { ModAppeal } from '../../core/moderation/shape.ts'

export type AppealRow = {
  id: string
  text: string
  granted: boolean | null
  answer: string | null
  created_at: Date
  decided_at: Date | null
}

export const appealColumns = 'a.id, a.text, a.granted, a.answer, a.created_at, a.decided_at'

export function toAppeal({ id, text, granted, answer, created_at, decided_at }: AppealRow): ModAppeal {
  const decided = granted ? 'granted' : 'refused'
  return {
    ...{ id, text, answer },
    state: granted === null ? 'open' : decided,
    created_at: created_at.toISOString(),
    decided_at: decided_at?.toISOString() ?? null,
  }
}
