import type { badges } from '../../../../core/karma/badges.ts'
import { inWords } from '../in-words.ts'

type BadgeId = (typeof badges)[number]['id']

/** Badges by their id. English has none: the API names them. */
export const badgeWords: Partial<Record<BadgeId, { name: string; what: string }>> = inWords(
  'leaderboard/badges',
  {},
)
