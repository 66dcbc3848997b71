import { whereAmI } from '../follow/area.ts'

/**
 * The cell around here. H3 is loaded now, and the position ends here: the cell alone is sent.
 * @throws Problem when the browser does not tell where it is
 */
export async function cellHere(kind: 'area' | 'door'): Promise<string> {
  const { placeOf } = await import('../../../core/cell/cell.ts')
  return placeOf(await whereAmI())[kind]
}
