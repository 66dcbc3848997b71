import { SignJWT } from 'jose'
import { type ask, register } from './http.ts'
import type { TestWeb } from './web.ts'

/** What a forger changes of a token of ours; `undefined` leaves a claim out. */
export type Forgery = {
  header?: Record<string, string>
  claims?: Record<string, unknown>
  key?: CryptoKey | Uint8Array
}

/**
 * A member with a session, and a maker of tokens that say what that member's own says, but for the changes, signed with
 * the site's own key if no other is given: each attack differs from a good token in one thing.
 */
export async function openForge(web: TestWeb, username: string) {
  const member = await register(web.origin, username)
  const [, payload = ''] = member.token.split('.')
  const claims = JSON.parse(Buffer.from(payload, 'base64url').toString()) as Record<string, unknown>
  const forge = ({ header, claims: change, key = web.keys.privateKey }: Forgery = {}) =>
    new SignJWT({ ...claims, ...change })
      .setProtectedHeader({ alg: 'EdDSA', typ: 'at+jwt', ...header })
      .sign(key)
  return { ...member, claims, forge }
}

/** The ways to present a token: as Bearer and as the browser's cookie. */
export const presented = (token: string): Parameters<typeof ask>[1][] => [
  { token },
  { headers: { cookie: `snpd=${token}` } },
]
