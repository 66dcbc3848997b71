// Loaded before a program (`node --import`): to it, the machine's clock is so many milliseconds off. What it measures by its
// steady clock (performance.now, timers) is not, as in life.

const by = Number(process.env.SKEW_MS)
const Real = Date

class Skewed extends Real {
  constructor(...given: [] | [value: number | string | Date]) {
    if (given.length === 0) super(Real.now() + by)
    else super(...given)
  }

  static override now(): number {
    return Real.now() + by
  }

  /** Dates made before this was loaded are dates too. */
  static override [Symbol.hasInstance](value: unknown): boolean {
    return Object.prototype.toString.call(value) === '[object Date]'
  }
}

globalThis.Date = Skewed as DateConstructor
