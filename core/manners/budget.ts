/** How many requests an origin may still be asked by all of SNPD together: a bucket that fills up again by itself. */
export type Bucket = {
  /** Below zero when more was asked than there was. */
  tokens: number
  /** When it was counted. Milliseconds since 1970. */
  at: number
}

/** Ten minutes at ten a second: five checkouts at a shop of heavy pages, and then one every two minutes. */
export const FULL = 6_000
const PER_SECOND = 10

/** The bucket as it is now. */
export function refill({ tokens, at }: Bucket, now: number): Bucket {
  const passed = Math.max(0, now - at) / 1000
  return { tokens: Math.min(FULL, tokens + passed * PER_SECOND), at: Math.max(at, now) }
}

/** The bucket after so many requests. */
export function spend(bucket: Bucket, requests: number, now: number): Bucket {
  const { tokens, at } = refill(bucket, now)
  return { tokens: tokens - requests, at }
}

/** Milliseconds until so many tokens are there; 0 when they are. */
export function untilTokens(bucket: Bucket, wanted: number, now: number): number {
  const { tokens } = refill(bucket, now)
  return tokens >= wanted ? 0 : Math.ceil(((wanted - tokens) / PER_SECOND) * 1000)
}
