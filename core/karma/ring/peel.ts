import type { Neighbourhood, Vouched } from './act.ts'
import { closedPoints, closedShare, largestCircle } from './circle.ts'
import { ringRules } from './constants.ts'

/** One member of the set that is being peeled: counts are of acts whose owners are still in the set. */
type Node = {
  id: string
  own: number[]
  vouched: number[]
  ownClosed: number
  /** Acts of the set that this one vouched for. */
  inside: number
  /** Acts that this one vouched for in all. */
  given: number
  isBusy: boolean
}

type Peeling = {
  acts: readonly Vouched[]
  nodes: Map<string, Node>
  /** Vouchers of each act that are outside of the set. */
  outside: number[]
  total: number
  closed: number
}

function nodeOf(peeling: Peeling, id: string): Node {
  const found = peeling.nodes.get(id)
  if (found) return found
  const node: Node = { id, own: [], vouched: [], ownClosed: 0, inside: 0, given: 0, isBusy: false }
  peeling.nodes.set(id, node)
  return node
}

function open({ explored, acts, given, busy }: Neighbourhood): Peeling {
  const peeling: Peeling = { acts, nodes: new Map(), outside: [], total: acts.length, closed: 0 }
  for (const id of explored) nodeOf(peeling, id)
  acts.forEach(({ owner, vouchers }, index) => {
    const inside = vouchers.filter((id) => explored.has(id))
    const node = nodeOf(peeling, owner)
    node.own.push(index)
    for (const id of inside) nodeOf(peeling, id).vouched.push(index)
    const outside = vouchers.filter((id) => !explored.has(id) && !busy.has(id))
    peeling.outside.push(outside.length)
    if (outside.length > 0) return
    node.ownClosed++
    peeling.closed++
  })
  for (const node of peeling.nodes.values()) {
    node.inside = node.vouched.length
    node.given = Math.max(given.get(node.id) ?? 0, node.inside)
    node.isBusy = busy.has(node.id)
  }
  return peeling
}

/** How much of what a member is vouched for, or vouches for, stays in the set: 0 to 1, the larger of the two. */
function cohesion({ own, ownClosed, inside, given }: Node, total: number): number {
  if (inside > total * ringRules.dominantShare) return 1
  const received = own.length > 0 ? ownClosed / own.length : 0
  return Math.max(received, given > 0 ? inside / given : 0)
}

function remove(peeling: Peeling, node: Node): void {
  const { acts, nodes, outside } = peeling
  nodes.delete(node.id)
  peeling.total -= node.own.length
  peeling.closed -= node.ownClosed
  for (const index of node.own)
    for (const id of acts[index]?.vouchers ?? []) {
      const voucher = nodes.get(id)
      if (voucher) voucher.inside--
    }
  for (const index of node.isBusy ? [] : node.vouched) {
    const owner = nodes.get(acts[index]?.owner ?? '')
    const before = outside[index] ?? 0
    outside[index] = before + 1
    if (!owner || before > 0) continue
    owner.ownClosed--
    peeling.closed--
  }
}

/** The one who belongs least; of several the one explored last, furthest from the member. */
function loosest({ nodes, total }: Peeling, but: string): Node | undefined {
  let found: Node | undefined
  let least = Number.POSITIVE_INFINITY
  for (const node of nodes.values()) {
    if (node.id === but) continue
    const value = cohesion(node, total)
    if (value > least) continue
    found = node
    least = value
  }
  return found
}

/** How closed the set was after so many were taken away. */
type Found = { points: number; share: number; taken: number }

const better = (one: Found, other: Found | undefined): boolean =>
  !other || one.points > other.points || (one.points === other.points && one.share > other.share)

/**
 * Takes the one who belongs least away from the explored, again and again: the greedy of FRAUDAR (Hooi et al., KDD 2016).
 * Pure.
 * @returns what is left where the set is most closed; null when it never has acts enough
 */
export function peel(neighbourhood: Neighbourhood): Set<string> | null {
  const { member, explored, active } = neighbourhood
  const peeling = open(neighbourhood)
  const taken: string[] = []
  let best: Found | undefined
  while (peeling.total >= ringRules.fewestActs) {
    const { nodes, total: acts, closed } = peeling
    const { own = [], ownClosed = 0 } = nodes.get(member) ?? {}
    const counts = { size: nodes.size, acts, closed, own: own.length, ownClosed, active }
    const found = { points: closedPoints(counts), share: closedShare(counts), taken: taken.length }
    const small = nodes.size <= largestCircle(active)
    if (small && better(found, best)) best = found
    const node = loosest(peeling, member)
    if (!node || (small && found.share === 1)) break
    taken.push(node.id)
    remove(peeling, node)
  }
  if (!best) return null
  const left = new Set(explored)
  for (const id of taken.slice(0, best.taken)) left.delete(id)
  return left
}
