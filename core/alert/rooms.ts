import { facetsOf } from './facets.ts'
import type { Listener } from './match.ts'
import type { Alert } from './shape.ts'

const ANY = '*'
/** Of what is of all sizes: who asked for one of them is in this room too. */
const ALL_SIZES = 'all'
const sized = (size: string) => `=${size}`
const ofMember = (memberId: string) => `alert@${memberId}`

type Spot = { sneaker: string; store: string; cell: string; size: string }

// The size comes last: it alone could hold the separator.
const room = ({ sneaker, store, cell, size }: Spot) => `alert|${sneaker}|${store}|${cell}|${size}`

/** The rooms that a listener is in. Pure. */
export function roomsOfListener({ filters, memberId }: Listener): Set<string> {
  const rooms = new Set(memberId === undefined ? [] : [ofMember(memberId)])
  for (const { sneaker_id: sneaker = ANY, store_id: store = ANY, cells = [ANY], size } of filters) {
    const sizes = size === undefined ? [ANY] : [sized(size), ALL_SIZES]
    for (const cell of cells) for (const each of sizes) rooms.add(room({ sneaker, store, cell, size: each }))
  }
  return rooms
}

/**
 * The rooms that an alert is said in, at once: the product of its facets, each also as "any". Exactly those listeners are in
 * one of them who are to hear it. Pure.
 */
export function roomsOfAlert(alert: Alert): string[] {
  if (alert.kind === 'purchase' || alert.kind === 'award') return [ofMember(alert.member_id)]
  const facets = facetsOf(alert)
  if (!facets) return []
  const sizes = [ANY, facets.size === null ? ALL_SIZES : sized(facets.size)]
  return [ANY, facets.sneaker].flatMap((sneaker) =>
    [ANY, facets.store].flatMap((store) =>
      [ANY, ...facets.cells].flatMap((cell) => sizes.map((size) => room({ sneaker, store, cell, size }))),
    ),
  )
}
