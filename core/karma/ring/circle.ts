import { ringRules } from './constants.ts'

/** The circle around a member. */
export type Circle = {
  /** The member among them. */
  members: readonly string[]
  /** Their acts that anyone vouched for. */
  acts: number
  /** Of these, those that nobody outside vouched for. */
  closed: number
  /** The same of the member alone. */
  own: number
  ownClosed: number
  /** Members active in all, of whom these are a part. */
  active: number
}

const clamp = (value: number): number => Math.min(1, Math.max(0, value))

export type Counts = Omit<Circle, 'members'> & { size: number }

/** A circle has half of the active members at most: half of a community is nobody's ring. */
export function largestCircle(active: number): number {
  return Math.floor(active / 2)
}

/**
 * Up to which share of closed acts a circle is a neighbourhood: more for a large one, and for one that is a large part of
 * all, where much stays inside by chance.
 */
function openShare({ size, active }: Counts): number {
  const { smallCircle, largeCircle, openShareOfLarge: most, openShare: least } = ringRules
  const bySize = least + (most - least) * clamp((size - smallCircle) / (largeCircle - smallCircle))
  return Math.min(most, Math.max(bySize, size / active + ringRules.aboveChance))
}

/**
 * Share of acts that stay inside: the circle's, or the member's own where that is less. A ring that vouches for a stranger
 * makes no ring of them.
 */
export function closedShare({ acts, closed, own, ownClosed }: Counts): number {
  const share = closed / acts
  return own < ringRules.fewestOwn ? share : Math.min(share, ownClosed / own)
}

/** Basis points that the closedness of so many members is worth. Pure. */
export function closedPoints(counts: Counts): number {
  const open = openShare(counts)
  const full = Math.min(1, open + ringRules.closedMore)
  return Math.round(ringRules.closedPoints * clamp((closedShare(counts) - open) / (full - open)))
}

/** Basis points that a circle's closedness is worth. */
export function pointsOf({ members, ...counts }: Circle): number {
  return closedPoints({ size: members.length, ...counts })
}
