// How often a product is looked at. Milliseconds throughout.

const SECOND = 1_000
const MINUTE = 60 * SECOND
const COLD = 5 * MINUTE
const WARM = MINUTE
const MOVING = 15 * SECOND
const HOT = 5 * SECOND
/** Around the moment that a product goes on sale. */
const HOT_BEFORE = 15 * MINUTE
const HOT_AFTER = 30 * MINUTE
const WARM_BEFORE = 2 * 60 * MINUTE
/** What has just changed often changes again. */
const MOVING_FOR = 10 * MINUTE
const WARM_FOR = 60 * MINUTE
const LONGEST = 60 * MINUTE

/**
 * Requests a second that all targets of one origin may take together: half of what its budget fills up by
 * (core/manners/budget.ts), so that those who buy find it full.
 */
const SHARE = 5

export type Heat = {
  /** What an operator asked for; null: decided here. */
  everyMs: number | null
  /** When it goes on sale, as far as anybody knows: milliseconds since 1970. */
  salesAt: readonly number[]
  /** When a size of it last changed. */
  changedAt: number | null
  now: number
}

/** Before a sale nobody sleeps into it. */
function untilSale(at: number, now: number): number {
  const left = at - now
  if (left < -HOT_AFTER) return COLD
  if (left <= HOT_BEFORE) return HOT
  const next = left <= WARM_BEFORE ? WARM : COLD
  return Math.max(HOT, Math.min(next, left - HOT_BEFORE))
}

/** How often it is wanted: seconds around a sale and after a change, minutes otherwise. */
export function intervalOf({ everyMs, salesAt, changedAt, now }: Heat): number {
  if (everyMs !== null) return everyMs
  const since = changedAt === null ? Number.POSITIVE_INFINITY : now - changedAt
  const moved = since < MOVING_FOR ? MOVING : since < WARM_FOR ? WARM : COLD
  return Math.min(moved, ...salesAt.map((at) => untilSale(at, now)))
}

export type Load = {
  /** What all targets of the origin together want, in requests a second. */
  perSecond: number
  crawlDelayMs: number
}

/** By how much every interval of an origin is stretched so that all together stay within its share: 1 or more. */
export function stretchOf({ perSecond, crawlDelayMs }: Load): number {
  const share = crawlDelayMs > 0 ? Math.min(SHARE, SECOND / crawlDelayMs / 2) : SHARE
  return Math.max(1, perSecond / share)
}

export type Wait = {
  intervalMs: number
  stretch: number
  /** Looks in a row that told nothing. */
  failures: number
  /** 0 to below 1. */
  random: number
}

/**
 * From one look to the next. Spread a little, never longer than wanted while all is well; after trouble twice as long each
 * time, up to an hour, and spread widely, so that nobody comes back in step.
 */
export function waitOf({ intervalMs, stretch, failures, random }: Wait): number {
  const wanted = intervalMs * stretch
  if (failures === 0) return Math.round(wanted * (1 - 0.05 * random))
  const longest = Math.max(LONGEST, wanted)
  const backedOff = Math.min(longest, Math.max(wanted, HOT) * 2 ** Math.min(failures, 20))
  return Math.round(backedOff * (0.8 + 0.4 * random))
}
