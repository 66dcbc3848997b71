import { whereAmI } from '../follow/area.ts'

/**
 * The cell around here: an area of some 5 km², the street of a shop that one stands in, of some 0.7 km², or a whole city. H3 is loaded
 * now, and the position ends here: the cell alone is sent.
 * @throws Problem when the browser does not tell where it is
 */
export async function cellHere(kind: 'area' | 'street' | 'city'): Promise<string> {
  const { placeOf } = await import('../../../core/cell/cell.ts')
  return placeOf(await whereAmI())[kind]
}
