import { distanceKm, middleOf } from '../cell/disk.ts'

/** Five miles: who is no farther from a place is there; beyond, one only looks. */
export const REACH_KM = 8.05
/** As an airliner. */
const TOP_SPEED_KMH = 1_000
/** Cells that one walks through at once, and how long until the next one is free, ms: 144 a day, more than a commute. */
const BURST = 12
const EVERY_MS = 600_000
const HOUR_MS = 3_600_000

/** Where a member looks from. */
export type Stand = {
  /** Of resolution 7. */
  cell: string
  seenAt: Date
  /** When all changes are free again (GCRA: the theoretical arrival time). */
  freeAt: Date
}

/** Kilometres between the middles of two cells: what is nearer within them is nobody's to know. */
export function cellsApart(one: string, other: string): number {
  return distanceKm(middleOf(one), middleOf(other))
}

function isTooFast({ cell, seenAt }: Stand, to: string, now: Date): boolean {
  const km = cellsApart(cell, to)
  const hours = Math.max(0, now.getTime() - seenAt.getTime()) / HOUR_MS
  return km > REACH_KM && km > hours * TOP_SPEED_KMH
}

/**
 * The member's stand after their device said another cell; undefined when nobody travels so fast or so restlessly. Then
 * they stay where they are, and look at the other place from far away. Pure.
 */
export function moveTo(stand: Stand | undefined, cell: string, now: Date): Stand | undefined {
  if (!stand) return { cell, seenAt: now, freeAt: now }
  if (stand.cell === cell) return { ...stand, seenAt: now }
  if (isTooFast(stand, cell, now)) return undefined
  const free = Math.max(stand.freeAt.getTime(), now.getTime())
  if (free - now.getTime() > (BURST - 1) * EVERY_MS) return undefined
  return { cell, seenAt: now, freeAt: new Date(free + EVERY_MS) }
}
