/** A shop that wants to be left alone for longer is left to the person. Milliseconds. */
export const LONGEST_WAIT_MS = 120_000

/** A shop that asks for years is asked again tomorrow. */
const LONGEST_MS = 24 * 60 * 60_000
/** 429 without a time. */
const UNSAID_MS = 30_000

/** An answer that asks to come back later. */
export type Later = {
  status: number
  /** Null: it names no time. */
  retryAfterMs: number | null
}

/**
 * How long nobody of SNPD asks an origin again that answered like this, in milliseconds: as long as it says (Retry-After),
 * half a minute after a 429 that says nothing. Trouble of the server's own (502, 503, 504) without a time binds nobody.
 */
export function restAfter({ status, retryAfterMs }: Later): number {
  return Math.min(retryAfterMs ?? (status === 429 ? UNSAID_MS : 0), LONGEST_MS)
}
