/** `from` has a pair that `to` wants. */
export type Gives = { from: string; to: string; pair: string }

/** Who gives what to whom, around: of two, a swap; of three, a ring in which nobody has what the one they get from wants. */
export type Cycle = readonly Gives[]

type Index = ReadonlyMap<string, readonly Gives[]>

function byGiver(gives: readonly Gives[]): Index {
  return Map.groupBy(gives, ({ from }) => from)
}

/** One way from a member to another, of the pairs that would do; the first by name, so that suggestions stay the same. */
function oneEach(gives: readonly Gives[] = []): Gives[] {
  const first = new Map<string, Gives>()
  for (const each of gives) {
    const known = first.get(each.to)
    if (!known || each.pair < known.pair) first.set(each.to, each)
  }
  return [...first.values()].sort((one, other) => (one.to < other.to ? -1 : 1))
}

function swapsOf(me: string, index: Index): Cycle[] {
  return oneEach(index.get(me)).flatMap((out) => {
    const back = oneEach(index.get(out.to)).find(({ to }) => to === me)
    return back ? [[out, back]] : []
  })
}

function ringsFrom(me: string, out: Gives, index: Index): Cycle[] {
  return oneEach(index.get(out.to)).flatMap((next) => {
    if (next.to === me) return []
    const back = oneEach(index.get(next.to)).find(({ to }) => to === me)
    return back ? [[out, next, back]] : []
  })
}

/**
 * The swaps and three-way rings that a member is part of, swaps first. A ring through somebody whom one can swap with is
 * left out: the swap is simpler. Pure.
 * @param most of the answer
 */
export function matchesOf(me: string, gives: readonly Gives[], most: number): Cycle[] {
  const index = byGiver(gives.filter(({ from, to }) => from !== to))
  const swaps = swapsOf(me, index)
  const partners = new Set(swaps.map(([out]) => out?.to))
  const rings = oneEach(index.get(me))
    .filter(({ to }) => !partners.has(to))
    .flatMap((out) => ringsFrom(me, out, index))
    .filter(([, , back]) => !partners.has(back?.from))
  return [...swaps, ...rings].slice(0, most)
}
