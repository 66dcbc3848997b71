import { inWords } from '../in-words.ts'

export const words = inWords('moderation/blocks', {
  letBackIn: 'Let back in',
  looking: 'Looking',
  nobodyTheMenuOf: 'Nobody. The menu of a post has Mute and Block.',
  blockedAndMuted: 'Blocked and muted',
  blocked: 'blocked',
  muted: 'muted',
})
