import type { PostKind } from '../../../core/post/kind.ts'

/** What a post is about. */
export const kindWords: Record<PostKind, string> = {
  intel: 'Intel',
  line: 'Line',
  win: 'W',
  loss: 'L',
  question: 'Question',
}

/** Posts and the feed, for who only reads. What is said to who writes comes with the pages where one does. */
export const postWords = {
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
}

/** "Show 1 new post", "Show 20 or more new posts": a page at a time is looked for. */
export const newPostsText = (count: number) => {
  const many = count >= 20 ? `${count} or more` : String(count)
  return `Show ${many} new ${count === 1 ? 'post' : 'posts'}`
}
