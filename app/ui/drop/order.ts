import type { Drop } from '../../../core/drop/shape.ts'

/** What can be copped now first, newest first; then what is ahead, soonest first. */
export function inOrder<Each extends Pick<Drop, 'opens_at'>>(drops: readonly Each[], now: number): Each[] {
  const at = (drop: Each) => Date.parse(drop.opens_at)
  const open = drops.filter((drop) => at(drop) <= now).sort((a, b) => at(b) - at(a))
  const ahead = drops.filter((drop) => at(drop) > now).sort((a, b) => at(a) - at(b))
  return [...open, ...ahead]
}
