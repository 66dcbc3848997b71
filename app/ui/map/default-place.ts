import { placeOf } from '../../../core/cell/cell.ts'
import type { Store } from '../../../core/restock/shape.ts'

/** The area of the first shop that is somewhere: where a page begins that was told no place. On the server: H3 is large. */
export function defaultArea(stores: readonly Store[]): string | undefined {
  for (const { latitude, longitude } of stores)
    if (latitude !== null && longitude !== null) return placeOf({ latitude, longitude }).area
  return undefined
}
