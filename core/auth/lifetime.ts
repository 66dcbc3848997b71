/** An access token is good this long: what a thief of one has at most, where a session cannot be looked up. */
export const ACCESS_SECONDS = 15 * 60
/** A session that nobody uses ends (NIST SP 800-63B-4 §2.1.3 leaves AAL1 its choice; OWASP ASVS 5 7.3.1 asks for one). */
export const IDLE_SECONDS = 7 * 86_400
/** However much it is used, a session ends: NIST SP 800-63B-4 §2.1.3, 30 days at AAL1. */
const WHOLE_SECONDS = 30 * 86_400
/** Two tabs of one browser may present one refresh token this long after each other. */
const RACE_SECONDS = 10

/** `date` and so many seconds. */
export function later(date: Date, seconds: number): Date {
  return new Date(date.getTime() + seconds * 1000)
}

/** When a session that is used now ends if it is not used again, and when it ends in any case if it starts now. */
export function sessionEnds(now: Date): { expiresAt: Date; endsAt: Date } {
  return { expiresAt: later(now, IDLE_SECONDS), endsAt: later(now, WHOLE_SECONDS) }
}

/** A refresh token replaced after this moment was presented by another tab, not by a thief. */
export function racedSince(now: Date): Date {
  return later(now, -RACE_SECONDS)
}
