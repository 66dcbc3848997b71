import type { Post } from '../../../core/post/shape.ts'
import type { PostNews } from '../../../core/post/socket.ts'

/** What is to be done about a piece of news. */
export type Todo = { kind: 'announce' | 'look-again'; id: string } | undefined

/**
 * What a list of posts makes of news: a post that nobody could see before is announced and not shown, so that nothing
 * moves; one that is shown is looked at again where it stands. Pure.
 */
export function todoOf(shown: ReadonlySet<string>, { post_id, root_id, fresh }: PostNews): Todo {
  // A reply changes how many there are below its post.
  const id = root_id ?? post_id
  if (shown.has(id)) return { kind: 'look-again', id }
  return fresh && root_id === null ? { kind: 'announce', id } : undefined
}

/** Of the newest posts those that are newer than all that were there: ids begin with the time of their making. Pure. */
export function newerThan(newest: readonly Pick<Post, 'id'>[], shown: readonly string[]): string[] {
  const last = shown.reduce((most, id) => (id > most ? id : most), '')
  return newest.map(({ id }) => id).filter((id) => id > last)
}
