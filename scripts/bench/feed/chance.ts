/** The same numbers at each run: 0 to 1, and of a bell around 0 with a deviation of 1 (Box and Muller). */
export type Chance = { next: () => number; bell: () => number; below: (count: number) => number }

/** mulberry32 (Tommy Ettinger): enough for places and times, and no more. */
export function chanceOf(seed: number): Chance {
  let state = seed >>> 0
  const next = () => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32
  }
  const bell = () => Math.sqrt(-2 * Math.log(1 - next())) * Math.cos(2 * Math.PI * next())
  return { next, bell, below: (count) => Math.floor(next() * count) }
}
