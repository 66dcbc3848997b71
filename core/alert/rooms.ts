import { facetsOf } from './facets.ts'
import type { Listener } from './match.ts'
import { isOwn } from './own.ts'
import type { Alert } from './shape.ts'

const ANY = '*'
/** Of what is of all sizes: who asked for one of them is in this room too. */
const ALL_SIZES = 'all'
const sized = (size: string) => `=${size}`
const ofMember = (memberId: string) => `alert@${memberId}`
/** Nobody is in it: no filter leads there. To no room at all would be to everybody. */
const ofGroup = (groupId: string) => `alert:group:${groupId}`

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

/** A room that nobody is in. */
const NOBODY = 'nobody'

/**
 * The rooms that an alert is said in, at once: the product of its facets, each also as "any". Exactly those listeners are in
 * one of them who are to hear it. Pure.
 */
export function roomsOfAlert(alert: Alert): string[] {
  if (isOwn(alert)) return [ofMember(alert.member_id)]
  if (alert.kind === 'group') return [ofGroup(alert.group.id)]
  const facets = facetsOf(alert)
  // Told by channels to whoever asked to hear of it. An empty list would be everybody to Socket.IO.
  if (!facets) return [NOBODY]
  const sizes = [ANY, facets.size === null ? ALL_SIZES : sized(facets.size)]
  return [ANY, facets.sneaker].flatMap((sneaker) =>
    [ANY, facets.store].flatMap((store) =>
      [ANY, ...facets.cells].flatMap((cell) => sizes.map((size) => room({ sneaker, store, cell, size }))),
    ),
  )
}
