'use client'
import { placeWords } from '../../../core/restock/place.ts'
import { useSneakers, useStores } from '../api/hooks.ts'
import { composeWords } from '../messages/en-writing.ts'
import { Choice } from '../parts/field.tsx'
import type { Where } from './use-compose.ts'

type AboutProps = {
  sneakerId: string
  storeId: string
  onSneaker: (id: string) => void
  onStore: (id: string) => void
}

/** The pair and the shop that it is about. */
export function AboutChoice({ sneakerId, storeId, onSneaker, onStore }: AboutProps) {
  const sneakers = useSneakers().data?.items ?? []
  const stores = useStores().data?.items ?? []
  return (
    <div className="grid gap-4 sm:grid-cols-2">
      <Choice label={composeWords.pair} value={sneakerId} onChange={({ target }) => onSneaker(target.value)}>
        <option value="">{composeWords.noPair}</option>
        {sneakers.map(({ id, name, colorway }) => (
          <option key={id} value={id}>
            {name}, {colorway}
          </option>
        ))}
      </Choice>
      <Choice label={composeWords.shop} value={storeId} onChange={({ target }) => onStore(target.value)}>
        <option value="">{composeWords.noShop}</option>
        {stores.map((store) => (
          <option key={store.id} value={store.id}>
            {placeWords(store)}
          </option>
        ))}
      </Choice>
    </div>
  )
}

type Props = {
  value: Where
  onPick: (where: Where) => void
  /** A shop is named, and so is the author: one can say that one stands in it. */
  atShop: boolean
}

/** How much of where one is goes along. */
export function PlaceChoice({ value, onPick, atShop }: Props) {
  return (
    <Choice
      label={composeWords.where}
      hint={composeWords.whereHints[value]}
      value={value}
      onChange={({ target }) => onPick(target.value as Where)}
    >
      <option value="nowhere">{composeWords.nowhere}</option>
      <option value="area">{composeWords.area}</option>
      {atShop && <option value="shop">{composeWords.atShop}</option>}
    </Choice>
  )
}
