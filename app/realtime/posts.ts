import type { Socket } from 'socket.io'
import { Final } from '../../core/errors.ts'
import { roomsOfWatcher } from '../../core/post/rooms.ts'
import {
  type PostsFromClient,
  type PostsToClient,
  type WatchPosts,
  watchPostsShape,
} from '../../core/post/socket.ts'
import type { Sql } from '../../db/client.ts'
import type { Reader } from '../../db/groups/judge.ts'
import { mayRead } from '../../db/groups/may.ts'
import { findPost } from '../../db/posts/find.ts'
import { viewFrom } from '../../db/veil/view.ts'
import type { Recent } from './recent.ts'
import { sieve } from './sieve.ts'

type PostSocket = Pick<Socket<PostsFromClient, PostsToClient>, 'on' | 'join' | 'leave'>
type Watcher = { sql: Sql; memberId: string | undefined; now: () => Date; recent: Recent }

/** Each asks the database; a page does so when it is opened. */
const MOST_A_SECOND = 5

/** Of what one may not read, one does not hear either. @throws Final */
async function requireSight(sql: Sql, { group_id: groupId, root_id: id }: WatchPosts, reader: Reader) {
  if (groupId !== undefined) await mayRead(sql, { groupId, ...reader })
  if (id !== undefined) await findPost(sql, { id, memberId: reader.memberId })
}

/**
 * Lets a socket hear of new posts where its reader could read them, and of what happens to one post.
 * @returns looks again, after something changed that may have shut the reader out of a group or let them in
 */
export function servePosts(socket: PostSocket, { sql, memberId, now, recent }: Watcher): () => Promise<void> {
  const isFine = sieve(MOST_A_SECOND, () => now().getTime())
  let rooms: string[] = []
  let turn = 0
  let current: WatchPosts = {}

  /** @returns whether something of it may have been missed; undefined when another wish has come */
  const watch = async (asked: unknown): Promise<boolean | undefined> => {
    const mine = ++turn
    const { since, ...watched } = watchPostsShape.parse(asked)
    const { near } = watched
    await requireSight(sql, watched, { memberId: memberId ?? null, now: now() })
    const view = near === undefined ? undefined : await viewFrom(sql, { memberId, near, now: now() })
    // Of two that overlap the last one counts.
    if (mine !== turn) return undefined
    for (const room of rooms) await socket.leave(room)
    rooms = roomsOfWatcher(watched, view?.cell)
    current = watched
    await socket.join(rooms)
    return since === undefined || recent.since(since, new Set(rooms))?.size !== 0
  }

  const lookAgain = async () => {
    if (current.group_id === undefined && current.root_id === undefined) return
    const mine = turn
    const refused = await requireSight(sql, current, { memberId: memberId ?? null, now: now() }).then(
      () => undefined,
      (error: unknown) => error,
    )
    if (mine !== turn) return
    if (refused === undefined) await socket.join(rooms)
    // What the database could not say now changes nothing.
    else if (refused instanceof Final) for (const room of rooms) await socket.leave(room)
  }

  socket.on('posts:watch', (asked, answer) => {
    const reply = typeof answer === 'function' ? answer : () => undefined
    const refuse = () => reply(false, false)
    if (!isFine()) refuse()
    else watch(asked).then((missed) => (missed === undefined ? refuse() : reply(true, missed)), refuse)
  })
  return lookAgain
}
