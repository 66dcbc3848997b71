import type { CellKind } from '../../../core/cell/cell.ts'
import { whereAmI } from './area.ts'

/**
 * The cell around here. H3 is loaded now, and the position ends here: the cell alone is sent.
 * @throws Problem when the browser does not tell where it is
 */
export async function cellHere(kind: CellKind): Promise<string> {
  const { placeOf } = await import('../../../core/cell/cell.ts')
  return placeOf(await whereAmI())[kind]
}
