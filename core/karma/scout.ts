import { WHOLE } from './decide.ts'

/** Epochs before the running one whose reports say how well an area is watched. */
export const MEMORY_EPOCHS = 4
/** An area where nobody reports pays this many times the award. */
const MOST = 3
/** Confirmed reports in all of the memory at which the extra is halved. */
const HALF = 8

/**
 * What an area pays for a find, in basis points of the scout rule's award: 30,000 where nobody reports, towards 10,000 the
 * more is reported. Pure; bounded; falls with every report.
 *
 * Keeping still to make an area look sparse does not pay: finds times factor grows with every find that is told, whatever
 * one does in the epochs before and after (scout.test.ts tries all ways). That is why it is a hyperbola: a straight line
 * down from three times would have had a slope where less earns more.
 * @param reports confirmed, in the area and the areas that touch it, in the MEMORY_EPOCHS epochs before the running one:
 *   right over a border it is as watched as on this side, and nothing that is done now changes what is paid now
 */
export function areaFactor(reports: number): number {
  return WHOLE + Math.floor(((MOST - 1) * WHOLE * HALF) / (HALF + Math.max(0, reports)))
}

export type PoolFacts = {
  /** wei that the find would be paid at most */
  amount: bigint
  /** wei of the city's pool of this epoch, and what of it is given already */
  pool: bigint
  spent: bigint
  /** wei of it that one member may have, and what this one has already */
  share: bigint
  had: bigint
}

/** Whether the city's pool pays a find: all of it or nothing, so that what is published as left is what is left. Pure. */
export function poolPays({ amount, pool, spent, share, had }: PoolFacts): boolean {
  return spent + amount <= pool && had + amount <= share
}
