import { ringRules } from './constants.ts'

/** The circle around a member. */
export type Circle = {
  /** The member among them. */
  members: readonly string[]
  /** Their acts that anyone vouched for. */
  acts: number
  /** Of these, those that nobody outside vouched for. */
  closed: number
}

const clamp = (value: number): number => Math.min(1, Math.max(0, value))

/** Up to which share of closed acts a circle of this size is a neighbourhood. */
function openShare(size: number): number {
  const { smallCircle, reach, openShareOfLargest: largest, openShare: small } = ringRules
  return small + (largest - small) * clamp((size - smallCircle) / (reach - smallCircle))
}

/** Basis points that the closedness of so many members is worth. Pure. */
export function closedPoints({ size, acts, closed }: { size: number; acts: number; closed: number }): number {
  const open = openShare(size)
  const full = Math.min(1, open + ringRules.closedMore)
  return Math.round(ringRules.closedPoints * clamp((closed / acts - open) / (full - open)))
}

/** Basis points that a circle's closedness is worth. */
export function pointsOf({ members, acts, closed }: Circle): number {
  return closedPoints({ size: members.length, acts, closed })
}
