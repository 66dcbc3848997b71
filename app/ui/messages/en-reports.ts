import type { CaseKind } from '../../../core/moderation/things.ts'

export const reportThingWords = {
  event: 'Report this event',
  restock: 'Report this note',
  group: 'Report this group',
  guide: 'Report this guide',
}

/** What a case or an appeal is about, in the middle of a sentence. */
export const caseKindWords: Record<CaseKind | 'mute', string> = {
  post: 'post',
  event: 'event',
  restock: 'note of a restock',
  group: 'group',
  guide: 'guide',
  mute: 'mute',
}
