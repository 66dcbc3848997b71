import type { Store } from './shape.ts'

/** A shop as a line: "Corner, Brooklyn, NY"; "Corner, online" of one that is only in the web. */
export function placeWords({ name, city, state }: Pick<Store, 'name' | 'city' | 'state'>): string {
  return city === null ? `${name}, online` : [name, city, state].filter(Boolean).join(', ')
}
