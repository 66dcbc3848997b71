import { type CryptoKey, importPKCS8, jwtVerify, SignJWT } from 'jose'
import { z } from 'zod'
import { Final } from '../errors.ts'

const ALGORITHM = 'EdDSA'
const TYPE = 'at+jwt'

/** Both halves of the site's Ed25519 key, and the origin that issues and accepts its tokens. */
export type TokenKeys = {
  privateKey: CryptoKey
  publicKey: CryptoKey
  origin: string
  /**
   * Tokens whose signature was found good: each is looked at twice per request, and a look at a signature costs more than
   * what most requests ask the database. Their times are looked at each time.
   */
  verified: Map<string, Verified>
}
type Verified = TokenClaims & { notBefore: Date }
const MOST_VERIFIED = 2_000
/** `expiresAt`: of the token. Its session usually lives longer. */
export type TokenClaims = { memberId: string; sessionId: string; expiresAt: Date }

const claimsShape = z.object({ sub: z.uuid(), sid: z.uuid(), exp: z.number(), nbf: z.number() })

/**
 * The keys of one PKCS#8 Ed25519 private key in PEM.
 * @throws Final `config.invalid` when it is not one
 */
export async function readKeys(pem: string, origin: string): Promise<TokenKeys> {
  try {
    // An environment file keeps a PEM on one line with literal \n.
    const privateKey = await importPKCS8(pem.replaceAll('\\n', '\n'), ALGORITHM, { extractable: true })
    const { d: _secret, key_ops: _operations, ...open } = await crypto.subtle.exportKey('jwk', privateKey)
    const publicKey = await crypto.subtle.importKey('jwk', open, { name: 'Ed25519' }, true, ['verify'])
    return { privateKey, publicKey, origin, verified: new Map() }
  } catch {
    // The cause could quote the key.
    throw new Final({
      code: 'config.invalid',
      message: 'JWT_KEY is not an Ed25519 private key.',
      fix: 'Make one: openssl genpkey -algorithm ed25519',
    })
  }
}

/** A signed access token (RFC 9068). */
export async function signToken(keys: TokenKeys, claims: TokenClaims, now: Date): Promise<string> {
  return new SignJWT({ sid: claims.sessionId })
    .setProtectedHeader({ alg: ALGORITHM, typ: TYPE })
    .setIssuer(keys.origin)
    .setAudience(keys.origin)
    .setSubject(claims.memberId)
    .setIssuedAt(now)
    .setNotBefore(now)
    .setExpirationTime(claims.expiresAt)
    .sign(keys.privateKey)
}

async function verify(keys: TokenKeys, token: string, now: Date): Promise<Verified | undefined> {
  const verified = await jwtVerify(token, keys.publicKey, {
    algorithms: [ALGORITHM],
    typ: TYPE,
    issuer: keys.origin,
    audience: keys.origin,
    requiredClaims: ['sub', 'sid', 'exp', 'nbf', 'iat'],
    currentDate: now,
  }).catch(() => undefined)
  const claims = claimsShape.safeParse(verified?.payload)
  if (!claims.success) return undefined
  const { sub, sid, exp, nbf } = claims.data
  const [expiresAt, notBefore] = [new Date(exp * 1000), new Date(nbf * 1000)]
  return { memberId: sub, sessionId: sid, expiresAt, notBefore }
}

/** Keeps the newest. */
function remember({ verified }: TokenKeys, token: string, claims: Verified): void {
  verified.set(token, claims)
  const [oldest] = verified.keys()
  if (verified.size > MOST_VERIFIED && oldest !== undefined) verified.delete(oldest)
}

/**
 * The claims of a token of ours, or undefined for anything else: the algorithm is ours, never the token's (RFC 8725).
 * The session it names must still be looked up: it may have been revoked.
 */
export async function readToken(keys: TokenKeys, token: string, now: Date): Promise<TokenClaims | undefined> {
  const known = keys.verified.get(token)
  const found = known ?? (await verify(keys, token, now))
  if (!found || now < found.notBefore || now >= found.expiresAt) return undefined
  if (!known) remember(keys, token, found)
  const { notBefore: _, ...claims } = found
  return claims
}
