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

/** A size that is not named any more: nobody says that it is out, unless the whole product is. */
function unnamed(kept: Kept, whole: Sighting | undefined): Sighting {
  const { size, label } = kept
  const nothing = { priceMinor: null, currency: null, evidence: 'not listed any more' }
  return whole ? { ...whole, size, label } : { size, label, state: 'unknown', confidence: 0, ...nothing }
}

/**
 * What a look means beside what was known. Of a size seen for the first time the product's own "sold out" is what was
 * known; without one its first state is where its story begins, and no change.
 */
export function compareStock(kept: readonly Kept[], seen: readonly Sighting[]): Comparison {
  const before = new Map(kept.map((each) => [each.size, each]))
  const named = new Set(seen.map(({ size }) => size))
  const whole = isWhollyOut(seen) ? seen[0] : undefined
  // What was said of the product as a whole is over as soon as it names sizes.
  const gone = kept.filter(({ size }) => size !== '' && !named.has(size)).map((each) => unnamed(each, whole))
  const wasOut = before.get('')?.known === 'out' ? ('out' as const) : null
  const all = [...seen, ...gone].map((sighting) => {
    const was = before.get(sighting.size) ? (before.get(sighting.size)?.known ?? null) : wasOut
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

/** Pairs that could not be had can be had again. */
export function isRestock({ before, after }: Pick<Change, 'before' | 'after'>): boolean {
  return before === 'out' && after !== 'out'
}
