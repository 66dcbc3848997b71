import type { CookieOptions } from 'hono/utils/cookie'

type CookieNames = { session: string; refresh: string; browser: string; device: string }

/** Cookies of a site at this origin. `__Host-` makes the browser itself insist on Secure, Path=/ and no Domain. */
export function cookieNames(origin: string): CookieNames {
  const prefix = origin.startsWith('https:') ? '__Host-' : ''
  const named = (part: string) => `${prefix}snpd${part}`
  return {
    session: named(''),
    refresh: named('-refresh'),
    browser: named('-browser'),
    device: named('-device'),
  }
}

/** Attributes of every cookie of ours. @param maxAge seconds */
export function cookieOptions(origin: string, maxAge: number): CookieOptions {
  return { httpOnly: true, secure: origin.startsWith('https:'), sameSite: 'Lax', path: '/', maxAge }
}
