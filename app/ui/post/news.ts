import type { Post } from '../../../core/post/shape.ts'

/** Of the newest posts those that are newer than all that were there: ids begin with the time of their making. Pure. */
export function newerThan(newest: readonly Pick<Post, 'id'>[], shown: readonly string[]): string[] {
  const last = [...shown].sort().at(-1) ?? ''
  return newest.map(({ id }) => id).filter((id) => id > last)
}
