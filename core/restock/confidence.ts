/** How sure one member's word makes: a shelf empties, and sizes are misread. */
const WORD = 0.5

export type Witnesses = {
  /** What the monitor's reading is worth, 0 to 1; null: no monitor saw it. */
  monitor: number | null
  /** Independent members: who reported it, and those who confirmed it. */
  members: number
}

/**
 * How sure a restock is, 0 to 1 with two decimals: each witness halves the doubt that the others leave, a monitor by as much
 * as it is worth. Never certain by members' words alone. Pure.
 */
export function confidenceOf({ monitor, members }: Witnesses): number {
  const doubt = (1 - (monitor ?? 0)) * WORD ** members
  // Rounded first: 0.7 is a hair less as a double.
  const percent = Math.floor(Math.round((1 - doubt) * 1e6) / 1e4)
  return (monitor === 1 ? 100 : Math.min(99, percent)) / 100
}
