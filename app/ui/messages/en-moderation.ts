import type { HouseRule } from '../../../core/moderation/rules.ts'
import type { LogAct, ModCase } from '../../../core/moderation/shape.ts'
import { inWords } from './in-words.ts'

/** What a post is reported for. */
export const houseRuleWords: Record<HouseRule, string> = inWords('site.houseRuleWords', {
  spam: 'Spam',
  scam: 'A scam or fakes',
  abuse: 'Abuse or threats',
  private: "Somebody's private matters",
  false: 'False news on purpose',
  illegal: 'Against the law',
  other: 'Something else',
})

/** What brought something before the moderators. */
export const caseCauseWords: Record<ModCase['cause'], string> = inWords('site.caseCauseWords', {
  report: 'Reported',
  votes: 'Voted down',
  filter: 'Held by a filter',
})

export const caseStateWords: Record<ModCase['state'], string> = inWords('site.caseStateWords', {
  open: 'open',
  claimed: 'taken',
  kept: 'stands',
  removed: 'taken down',
  appealed: 'appealed',
  upheld: 'taken down for good',
  restored: 'back after an appeal',
})

/** A line of the public log. */
export const logActWords: Record<LogAct, string> = inWords('site.logActWords', {
  'post.hidden': 'A post was hidden until somebody looks',
  'post.removed': 'A post was taken down',
  'post.kept': 'A post was looked at and stands',
  'event.removed': 'An event was taken down',
  'event.kept': 'An event was looked at and stands',
  'restock.removed': 'A note of a restock was taken down',
  'restock.kept': 'A note of a restock was looked at and stands',
  'group.removed': 'A group was taken down',
  'group.kept': 'A group was looked at and stands',
  'guide.removed': 'A guide was taken down',
  'guide.kept': 'A guide was looked at and stands',
  strike: 'A strike was given',
  mute: 'A member was muted',
  unmute: 'A mute was lifted',
  'appeal.granted': 'An appeal was right: it was undone',
  'appeal.refused': 'An appeal was refused',
  'filter.added': 'A filter was added',
  'filter.removed': 'A filter was removed',
})
