import { parseCell, withNeighbours } from '../cell/cell.ts'

/**
 * The city cells whose groups are suggested around a city cell: its own, then its neighbours, up to some 25 km away.
 * Nobody has to say more closely where they are.
 * @throws Final `cell.invalid`
 */
export function citiesNear(text: string): string[] {
  const own = parseCell(text, 'city')
  return [own, ...withNeighbours(own).filter((cell) => cell !== own)]
}
