import type { PostKind } from '../../../core/post/kind.ts'
import { fill, plural } from './fill.ts'
import { inWords } from './in-words.ts'

/** What a post is about. */
export const kindWords: Record<PostKind, string> = inWords('posts.kindWords', {
  intel: 'Intel',
  line: 'Line',
  win: 'W',
  loss: 'L',
  question: 'Question',
})

/** Posts and the feed, for who only reads. What is said to who writes comes with the pages where one does. */
export const postWords = inWords('posts.postWords', {
  street: 'The street',
  streetWhat: 'What members see, hear and cop. Near you, when you want it near.',
  post: 'Post',
  posts: 'Posts',
  write: 'Post',
  nobody: 'Somebody who left',
  anonymous: 'anonymous here',
  you: 'you',
  yourArea: 'in your area',
  edited: 'edited',
  gone: 'Taken back. What was answered to it still stands.',
  hidden: 'Only you see this until a moderator has looked at it.',
  readAll: 'Read all of it',
  score: 'Score',
  likes: 'Likes',
  groups: 'Cook groups',
  loading: 'Loading posts',
  older: 'Show older posts',
  empty: 'Quiet out here',
  emptyFix: 'Say what you see: a line, a restock, a question. Somebody out there wants to know.',
  emptyFollowing: 'Nobody you follow has posted',
  emptyFollowingFix: 'Follow members on their pages, and what they post comes in here.',
  followSignedOut: 'Sign in to see whom you follow',
  signIn: 'Sign in',
  peek: 'You look at this place from far away: no place is told finer than the city.',
  whose: 'Whose posts',
  order: 'Order',
  everywhere: 'Everywhere',
  nearMe: 'Near me',
  following: 'Following',
  newest: 'New',
  hot: 'Hot',
  city: 'Peek at a city',
  onePair: 'One pair',
  oneShop: 'One shop',
  takeOff: 'take off',
  savedTitle: 'Saved',
})

/** "Show 1 new post", "Show 20 or more new posts": a page at a time is looked for. */
export const newPostsText = (count: number) =>
  count >= 20 ? fill(newWords.many, { n: count }) : plural(newWords.some, count)

export const newWords = inWords('posts.new', {
  some: { one: 'Show 1 new post', other: 'Show {n} new posts' },
  many: 'Show {n} or more new posts',
})
