import type { CaseKind } from '../../../core/moderation/things.ts'
import { inWords } from './in-words.ts'

export const reportThingWords = inWords('reports.reportThingWords', {
  event: 'Report this event',
  restock: 'Report this note',
  group: 'Report this group',
  guide: 'Report this guide',
})

/** What a case or an appeal is about, in the middle of a sentence. */
export const caseKindWords: Record<CaseKind | 'mute', string> = inWords('reports.caseKindWords', {
  post: 'post',
  event: 'event',
  restock: 'note of a restock',
  group: 'group',
  guide: 'guide',
  mute: 'mute',
})
