import { getResolution } from 'h3-js'

/** H3 indexes as Postgres keeps them, int8: their highest bit is never set. */
export function cellNumber(cell: string): bigint {
  return BigInt(`0x${cell}`)
}

/** The one spelling of a cell that is kept as a number. */
export function cellText(cell: bigint): string {
  return cell.toString(16)
}

/** In an index each resolution's digit has three bits, the finest of 15 the lowest; unused ones are 7 (h3geo.org, H3 index). */
const digitAt = (resolution: number, digit: bigint) => digit << BigInt((15 - resolution) * 3)
const RESOLUTION_BITS = 52n

/**
 * The cells of one resolution that lie in a coarser cell are neighbours as numbers: from its first to its last child, and
 * nothing else is between.
 */
export function spanOf(cell: string, resolution: number): { from: bigint; to: bigint } {
  const own = getResolution(cell)
  if (resolution < own) throw new RangeError(`a cell of resolution ${own} is in one of ${resolution}`)
  let from = cellNumber(cell) + (BigInt(resolution - own) << RESOLUTION_BITS)
  let to = from
  for (let finer = own + 1; finer <= resolution; finer++) {
    from -= digitAt(finer, 7n)
    to -= digitAt(finer, 1n)
  }
  return { from, to }
}
