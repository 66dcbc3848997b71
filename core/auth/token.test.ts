import { generateKeyPairSync } from 'node:crypto'
import { SignJWT, UnsecuredJWT } from 'jose'
import { beforeAll, expect, test } from 'vitest'
import { uuidv7 } from '../id.ts'
import { readKeys, readToken, signToken, type TokenKeys } from './token.ts'

const origin = 'https://snpd.example'
const now = new Date('2026-01-01T12:00:00Z')
const later = (seconds: number) => new Date(now.getTime() + seconds * 1000)
const newPem = () =>
  generateKeyPairSync('ed25519').privateKey.export({ type: 'pkcs8', format: 'pem' }).toString()
const [memberId, sessionId] = [uuidv7(), uuidv7()]

let keys: TokenKeys
beforeAll(async () => {
  keys = await readKeys(newPem(), origin)
})

const claims = () => ({ memberId, sessionId, expiresAt: later(60) })

test('reads back what it signed, until it expires', async () => {
  const token = await signToken(keys, claims(), now)
  expect(await readToken(keys, token, now)).toEqual(claims())
  expect(await readToken(keys, token, later(61))).toBeUndefined()
  expect(await readToken(keys, token, later(-60))).toBeUndefined()
})

test('a token that was found good is held to its own text, times and keys as one that was never seen', async () => {
  const token = await signToken(keys, claims(), now)
  for (let look = 0; look < 2; look++) {
    expect(await readToken(keys, token, now)).toEqual(claims())
    expect(await readToken(keys, token, later(60))).toBeUndefined()
    expect(await readToken(keys, token, later(-1))).toBeUndefined()
    expect(await readToken(keys, `${token.slice(0, -4)}AAAA`, now)).toBeUndefined()
    expect(await readToken(await readKeys(newPem(), origin), token, now)).toBeUndefined()
  }
})

test('what was refused is not remembered, and of what was taken the newest few thousand are', async () => {
  const own = await readKeys(newPem(), origin)
  await readToken(own, await signToken(keys, claims(), now), now)
  await readToken(own, await signToken(own, claims(), later(30)), now)
  expect(own.verified.size).toBe(0)
  const tokens = await Promise.all(
    Array.from({ length: 2_001 }, (_, nth) =>
      signToken(own, { ...claims(), expiresAt: later(60 + nth) }, now),
    ),
  )
  for (const token of tokens) await readToken(own, token, now)
  expect([...own.verified.keys()]).toEqual(tokens.slice(1))
})

/** A token like ours with one thing changed. */
function forge(change: { typ?: string; iss?: string; aud?: string; sid?: unknown; noNbf?: boolean }) {
  const jwt = new SignJWT({ sid: 'sid' in change ? change.sid : sessionId })
    .setProtectedHeader({ alg: 'EdDSA', typ: change.typ ?? 'at+jwt' })
    .setIssuer(change.iss ?? origin)
    .setAudience(change.aud ?? origin)
    .setSubject(memberId)
    .setIssuedAt(now)
    .setExpirationTime(later(60))
  return (change.noNbf ? jwt : jwt.setNotBefore(now)).sign(keys.privateKey)
}

test.each([
  ['type', { typ: 'JWT' }],
  ['issuer', { iss: 'https://evil.example' }],
  ['audience', { aud: 'https://evil.example' }],
  ['session', { sid: 'none' }],
  ['missing nbf', { noNbf: true }],
])('refuses our own signature over another %s', async (_, change) => {
  expect(await readToken(keys, await forge({}), now)).toBeDefined()
  expect(await readToken(keys, await forge(change), now)).toBeUndefined()
})

test('refuses alg none, HS256 keyed with our public key, a foreign key and a changed payload', async () => {
  const fields = { sub: memberId, sid: sessionId, iss: origin, aud: origin }
  const times = { iat: now.getTime() / 1000, nbf: now.getTime() / 1000, exp: later(60).getTime() / 1000 }
  const publicBytes = new Uint8Array(await crypto.subtle.exportKey('raw', keys.publicKey))
  const confused = new SignJWT({ ...fields, ...times }).setProtectedHeader({ alg: 'HS256', typ: 'at+jwt' })
  const foreign = await readKeys(newPem(), origin)
  const [head, , signature] = (await signToken(keys, claims(), now)).split('.')
  const [, payload] = (await signToken(keys, { ...claims(), memberId: uuidv7() }, now)).split('.')
  const forged = [
    new UnsecuredJWT({ ...fields, ...times }).encode(),
    await confused.sign(publicBytes),
    await signToken(foreign, claims(), now),
    `${head}.${payload}.${signature}`,
    '',
    'a.b.c',
  ]
  for (const token of forged) expect(await readToken(keys, token, now)).toBeUndefined()
})

test('takes a PEM with literal \\n, and says what to do about another key without quoting it', async () => {
  const pem = newPem()
  await expect(readKeys(pem.replaceAll('\n', '\\n'), origin)).resolves.toBeDefined()
  const rsa = generateKeyPairSync('rsa', { modulusLength: 2048 }).privateKey
  const wrong = rsa.export({ type: 'pkcs8', format: 'pem' }).toString()
  await expect(readKeys(wrong, origin)).rejects.toMatchObject({ code: 'config.invalid', cause: undefined })
})
