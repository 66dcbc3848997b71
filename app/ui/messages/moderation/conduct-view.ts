import { inWords } from '../in-words.ts'

export const words = inWords('moderation/conduct-view', {
  appeal: 'appeal',
  appeal2: 'Appeal',
  whyItWasWrong: 'Why it was wrong',
  anotherModeratorReads: 'Another moderator reads it and decides.',
  sendTheAppeal: 'Send the appeal',
  nothing: 'Nothing.',
  takenDown: 'Taken down',
  itsStrikeWasLifted: ' · its strike was lifted',
  aStrikeOver: '· a strike, over',
  none: 'None.',
  mutes: 'Mutes',
  over: 'over',
  whatModeratorsDidAll: 'What moderators did, all of it',
  moderate: 'Moderate',
  looking: 'Looking',
  youAreMutedYou: 'You are muted: you can read, and write again',
  youCanWrite: 'You can write.',
  strikesAgainstYou: 'Strikes against you:',
  whomYouDoNot: 'Whom you do not see',
})
