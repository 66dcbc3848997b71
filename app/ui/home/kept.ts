/** What this browser knows of the guided way: a cookie, so that the server draws the page as it will stay. */
export const COOKIE = 'snpd-first-minute'

export type Kept = { sawLive: boolean; away: boolean }

/** Of whom it was kept; somebody else in this browser begins anew. Pure. */
export function keptOf(value: string | undefined, memberId: string): Kept {
  const [of, ...words] = (value ?? '').split('.')
  const mine = of === memberId
  return { sawLive: mine && words.includes('live'), away: mine && words.includes('away') }
}

/** What document.cookie takes; half a year. Pure. */
export function cookieOf(memberId: string, { sawLive, away }: Kept): string {
  const value = [memberId, ...(sawLive ? ['live'] : []), ...(away ? ['away'] : [])].join('.')
  return `${COOKIE}=${value}; path=/; max-age=${180 * 86_400}; samesite=lax`
}
