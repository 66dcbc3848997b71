import type { StockState } from '../stock/shape.ts'
import type { KnownState, Sighting } from './shape.ts'

/** A size as it is kept: what was last seen, and the last state that anybody said. */
export type Kept = Sighting & { known: KnownState | null }

export type Change = { sighting: Sighting; before: KnownState; after: KnownState }

export type Comparison = {
  /** What every size is now, those that the shop no longer names too. */
  now: Kept[]
  /** From one known state to another: "unknown" in between changes nothing. */
  changes: Change[]
}

const knownOf = (state: StockState): KnownState | null => (state === 'unknown' ? null : state)

/** "Sold out", said of the product alone, is said of each of its sizes. */
function isWhollyOut(seen: readonly Sighting[]): boolean {
  return seen.length === 1 && seen[0]?.size === '' && seen[0].state === 'out'
}

/** How far it is believed that a size which the page lists no more, beside others that it does, is gone. */
const VANISHED = 0.7

const isListed = ({ size, state }: Sighting) => size !== '' && state !== 'unknown'

/**
 * A size that is not named any more. Many shops take down what is sold out instead of marking it: beside sizes that are
 * still listed it cannot be had. On a page that lists none, nobody says so, unless of the product as a whole.
 */
function unnamed(kept: Kept, whole: Sighting | undefined, listed: readonly Sighting[]): Sighting {
  const { size, label } = kept
  if (whole) return { ...whole, size, label }
  const nothing = { priceMinor: null, currency: null }
  if (listed.length === 0)
    return { size, label, state: 'unknown', confidence: 0, ...nothing, evidence: 'not listed any more' }
  const evidence = `not listed any more, beside ${listed.map((each) => each.size).join(', ')}`
  return { size, label, state: 'out', confidence: VANISHED, ...nothing, evidence }
}

/**
 * What a look means beside what was known. A size seen for the first time could not be had before when the product was
 * "sold out" as a whole, or when the page listed others; otherwise its first state is where its story begins, and no change.
 */
export function compareStock(kept: readonly Kept[], seen: readonly Sighting[]): Comparison {
  const before = new Map(kept.map((each) => [each.size, each]))
  const named = new Set(seen.map(({ size }) => size))
  const whole = isWhollyOut(seen) ? seen[0] : undefined
  // What was said of the product as a whole is over as soon as it names sizes.
  const listed = seen.filter(isListed)
  const gone = kept
    .filter(({ size }) => size !== '' && !named.has(size))
    .map((each) => unnamed(each, whole, listed))
  const wasOut = before.get('')?.known === 'out' || kept.some(isListed) ? ('out' as const) : null
  const all = [...seen, ...gone].map((sighting) => {
    const known = before.get(sighting.size)
    const was = known ? known.known : sighting.size === '' ? null : wasOut
    return { sighting, was, is: knownOf(sighting.state) }
  })
  return {
    now: all.map(({ sighting, was, is }) => ({ ...sighting, known: is ?? was })),
    changes: all.flatMap(({ sighting, was, is }) =>
      was && is && was !== is ? [{ sighting, before: was, after: is }] : [],
    ),
  }
}

/** Nothing of what is kept would be written differently. */
export function isUnchanged(kept: readonly Kept[], now: readonly Kept[]): boolean {
  const before = new Map(kept.map((each) => [each.size, each]))
  return kept.length === now.length && now.every((each) => isSame(before.get(each.size), each))
}

function isSame(one: Kept | undefined, other: Kept): boolean {
  return (
    one !== undefined &&
    one.state === other.state &&
    one.priceMinor === other.priceMinor &&
    one.label === other.label &&
    one.evidence === other.evidence &&
    one.currency === other.currency
  )
}

/** A look that showed nothing: of every size nobody knows any more, and what was known stays so. */
export function forgetStock(kept: readonly Kept[], reason: string): Kept[] {
  return kept.map((each) => ({ ...each, state: 'unknown', confidence: 0, evidence: reason }))
}

/**
 * Pairs that could not be had can be had, or ordered ahead; or what could only be ordered ahead is there. From there back to
 * "ahead" is none: it is one thing less that a shop has.
 */
export function isRestock({ before, after }: Pick<Change, 'before' | 'after'>): boolean {
  return after === 'in' ? before !== 'in' : after === 'preorder' && before === 'out'
}
