import { feedCells, foundUnder } from '../feed/near.ts'
import type { WatchPosts } from './socket.ts'

/** What is told of a post or reply inside the house. */
export type Told = {
  post_id: string
  root_id: string | null
  group_id: string | null
  /** The cell it is told to be in. */
  cell: string | null
  /** True where nobody could see it before. */
  fresh: boolean
}

const all = 'posts'
const ofCell = (cell: string) => `posts@${cell}`
/** Of a group: its new posts, and what is called out in it. */
export const ofGroup = (id: string) => `posts:group:${id}`
const ofThread = (id: string) => `posts:thread:${id}`

/** The rooms that news of a post is said in. A new post is news for feeds; all that happens to it is for its thread. Pure. */
export function roomsOfPost({ post_id, root_id, group_id, cell, fresh }: Told): string[] {
  const thread = ofThread(root_id ?? post_id)
  if (!fresh || root_id !== null) return [thread]
  if (group_id !== null) return [thread, ofGroup(group_id)]
  return [thread, all, ...(cell === null ? [] : [ofCell(foundUnder(cell))])]
}

/**
 * The rooms that a watcher is in: those of exactly the posts that the same feed would show. Pure.
 * @param view where `near` is looked at from
 */
export function roomsOfWatcher({ all: isAll, group_id, root_id }: WatchPosts, view?: string): string[] {
  return [
    ...(isAll ? [all] : []),
    ...(view === undefined ? [] : feedCells(view).map(ofCell)),
    ...(group_id === undefined ? [] : [ofGroup(group_id)]),
    ...(root_id === undefined ? [] : [ofThread(root_id)]),
  ]
}
