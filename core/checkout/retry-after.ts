/**
 * Milliseconds from `now` that a Retry-After header asks for (RFC 9110, 10.2.3: seconds or a date); null when it is
 * absent or says neither.
 */
export function parseRetryAfter(value: string | undefined, now: number): number | null {
  const text = value?.trim() ?? ''
  if (/^\d{1,9}$/.test(text)) return Number(text) * 1000
  const at = /[A-Za-z]{3}/.test(text) ? Date.parse(text) : Number.NaN
  return Number.isNaN(at) ? null : Math.max(0, at - now)
}

/**
 * When an answer was given, by the clock of who gave it (Date, RFC 9110, 6.6.1); ours where it does not say. A date in
 * Retry-After is by that clock too: ours may be minutes off.
 */
export function saidAt(date: string | undefined, now: number): number {
  const at = Date.parse(date ?? '')
  return Number.isNaN(at) ? now : at
}
