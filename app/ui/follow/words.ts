import type { Follow } from '../../../core/follow/shape.ts'
import { placeWords } from '../../../core/restock/place.ts'
import type { Sneaker, Store } from '../../../core/restock/shape.ts'
import { fill } from '../messages/fill.ts'
import { words } from '../messages/follow/words.ts'

export type Catalogue = { sneakers: readonly Sneaker[]; stores: readonly Store[] }

/** What is followed, as a member says it: "Court Low, Bone, in size 10, at Corner, Brooklyn, NY". */
export function followWords(follow: Follow, { sneakers, stores }: Catalogue): string {
  const { sneaker_id, size, store_id, cells } = follow
  const sneaker = sneakers.find(({ id }) => id === sneaker_id)
  const store = stores.find(({ id }) => id === store_id)
  const pair =
    sneaker_id === null ? words.everyPair : sneaker ? `${sneaker.name}, ${sneaker.colorway}` : words.aPair
  return [
    pair,
    ...(size === null ? [] : [fill(words.inSize, { size })]),
    ...(store_id === null ? [] : [fill(words.at, { value: store ? placeWords(store) : words.oneShop })]),
    ...(cells === null ? [] : [words.nearAPlaceYou]),
  ].join(', ')
}
