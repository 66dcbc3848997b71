import type { Neighbourhood, Vouched } from './act.ts'
import { type Circle, largestCircle, pointsOf } from './circle.ts'
import { ringRules } from './constants.ts'
import { peel } from './peel.ts'

/** Those of the set that acts connect with the member. */
function connected(member: string, set: ReadonlySet<string>, acts: readonly Vouched[]): Set<string> {
  const edges = new Map<string, string[]>()
  for (const id of set) edges.set(id, [])
  for (const { owner, vouchers } of acts)
    for (const voucher of vouchers)
      if (set.has(owner) && set.has(voucher)) {
        edges.get(owner)?.push(voucher)
        edges.get(voucher)?.push(owner)
      }
  const found = new Set([member])
  for (const id of found) for (const next of edges.get(id) ?? []) found.add(next)
  return found
}

type Around = Pick<Neighbourhood, 'acts' | 'active' | 'member' | 'busy'>

function circleOf(set: ReadonlySet<string>, { acts, active, member, busy }: Around): Circle {
  const theirs = acts.filter(({ owner }) => set.has(owner))
  const closed = theirs.filter(({ vouchers }) => vouchers.every((id) => set.has(id) || busy.has(id)))
  const own = theirs.filter(({ owner }) => owner === member)
  const ownClosed = closed.filter(({ owner }) => owner === member)
  const counts = { acts: theirs.length, closed: closed.length, own: own.length, ownClosed: ownClosed.length }
  return { members: [...set].sort(), ...counts, active }
}

/** The member and the few who vouch for most of their acts, counted on these acts alone: those a washer of words cannot hide in. */
function sameFew({ member, acts, active, busy }: Neighbourhood): Circle | null {
  const own = acts.filter(({ owner }) => owner === member)
  if (own.length < ringRules.fewestActs) return null
  const times = new Map<string, number>()
  for (const { vouchers } of own) for (const id of vouchers) times.set(id, (times.get(id) ?? 0) + 1)
  const most = Math.floor(own.length / ringRules.actsOfOne)
  const few = [...times]
    .sort(([a, m], [b, n]) => n - m || (a < b ? -1 : 1))
    .slice(0, most)
    .map(([id]) => id)
  const set = new Set([member, ...few])
  if (set.size > largestCircle(active)) return null
  return circleOf(set, { acts: own, active, member, busy })
}

function peeled(neighbourhood: Neighbourhood): Circle | null {
  const { member, acts } = neighbourhood
  const left = peel(neighbourhood)
  if (!left) return null
  const circle = circleOf(connected(member, left, acts), neighbourhood)
  return circle.acts < ringRules.fewestActs ? null : circle
}

/**
 * The most closed circle around a member: what peeling leaves, or the member with the same few who vouch for most of it,
 * whichever is more closed. What a member does for outsiders cannot loosen it, only what outsiders do for the member can.
 * Pure.
 * @returns null when no circle has enough acts to say anything
 */
export function circleAround(neighbourhood: Neighbourhood): Circle | null {
  const [circle, few] = [peeled(neighbourhood), sameFew(neighbourhood)]
  if (!circle || !few) return circle ?? few
  return pointsOf(few) > pointsOf(circle) ? few : circle
}
