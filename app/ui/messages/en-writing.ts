import type { PostKind } from '../../../core/post/kind.ts'
import { inWords } from './in-words.ts'

/** What each kind of post is for. */
export const kindHints: Record<PostKind, string> = inWords('writing.kindHints', {
  intel: 'What you saw or heard',
  line: 'How long, how fast',
  win: 'You copped',
  loss: 'You did not',
  question: 'Ask the street',
})

/** Threads, and what members do with posts. */
export const writingWords = inWords('writing.writingWords', {
  loadingOne: 'Loading the post',
  loadingReplies: 'Loading replies',
  savedWhat: 'Posts you kept for later. Nobody else knows.',
  savedWhy: 'What you save is yours alone.',
  nothingSaved: 'Nothing saved',
  nothingSavedFix: 'The flag under a post keeps it here.',
  toFeed: 'To the street',
  replies: 'Replies',
  noReplies: 'Nobody has answered yet.',
  moreReplies: 'Show more replies',
  answers: 'answers',
  answer: 'Answer',
  answering: 'You answer',
  answerPost: 'Answer the post instead',
  replyTitle: 'Answer',
  replyWhy: 'Answers are written by members.',
  yourReply: 'Your answer',
  loadingForm: 'Loading the form',
  reply: 'Send answer',
  left: 'characters left',
  asAnonymous: 'Without my name',
  asAnonymousHint: 'You get a name for this thread alone. Nobody sees which other posts are yours.',
  kind: 'What is it?',
  otherWords: 'In other words',
  saveWords: 'Save the words',
  wordsSaved: '✓ Saved',
  takeBack: 'Take it back',
  takeBackSure: 'Words and photos are deleted for good.',
  takeBackYes: 'Yes, take it back',
  keepIt: 'Keep it',
  report: 'Report',
  reportWhy: 'What is wrong with it?',
  reportChoose: 'Choose a rule',
  reportMore: 'Anything a moderator should know',
  reportHint: 'Moderators alone read this. The author is not told who reported it.',
  reported: '✓ A moderator will look at it.',
  shun: {
    mute: {
      name: 'Mute this member',
      what: 'You see their posts no more. They are not told.',
      done: '✓ Muted. Lists leave them out from now on.',
    },
    block: {
      name: 'Block this member',
      what: 'Neither of you sees what the other posts by name.',
      done: '✓ Blocked. Lists leave them out from now on.',
    },
    thread: {
      name: 'Mute them in this thread',
      what: 'Anonymous: who else they are here stays theirs, so a mute ends with the thread.',
      done: '✓ Muted in this thread.',
    },
  },
})

/** The form that writes a post. */
export const composeWords = inWords('writing.composeWords', {
  title: 'Say it',
  what: 'Where you stand stays on your phone: it snaps to an area of some 5 km², and only that is sent.',
  why: 'Posts are written by members.',
  text: 'What happened?',
  textHint: 'Plain text. Links stay text.',
  pair: 'Pair',
  noPair: 'No pair',
  shop: 'Shop',
  noShop: 'No shop',
  where: 'Where',
  nowhere: 'No place',
  area: 'My area',
  atShop: 'I am at this shop',
  whereHints: {
    nowhere: 'Everybody sees it; nobody near you sees it first.',
    area: 'Told as an area that at least 20 members share, or a wider one. Never finer later.',
    shop: 'A street of some 0.7 km² is sent. Told only as finely as at least 20 members share.',
  },
  send: 'Post it',
})

export const photoWords = inWords('writing.photoWords', {
  label: 'Photos',
  hint: 'Up to 4: JPEG, PNG or WebP, 8 MB each at most. Place, time and camera are taken out of them.',
  tooMany: 'These are more than 4. Choose fewer.',
})

/** A member as others see them. */
export const profileWords = inWords('writing.profileWords', {
  loading: 'Loading the member',
  settings: 'Your settings',
  signIn: 'Sign in to follow',
  follow: 'Follow',
  follows: 'Following',
  posts: { one: '1 post', other: '{n} posts' },
  followers: { one: '1 follower', other: '{n} followers' },
  following: 'following',
  since: 'here since',
  empty: 'No posts under this name yet',
})
