import { generateKeyPairSync } from 'node:crypto'
import { UnsecuredJWT } from 'jose'
import { afterAll, beforeAll, test } from 'vitest'
import { openTarget } from '../support/attack.ts'

// RFC 8725 §2.1: the verifier is talked into the algorithm that the token names.
let target: Awaited<ReturnType<typeof openTarget>>
beforeAll(async () => {
  target = await openTarget()
})
afterAll(() => target.close())

test('a token without a signature (alg none) is refused, also with the signature of another', async () => {
  const bare = new UnsecuredJWT(target.claims).encode()
  await target.expectRefused(bare)
  await target.expectRefused(`${bare}${target.token.split('.')[2]}`)
})

test.each(['spki', 'raw'] as const)('an HMAC keyed with our public key (%s) is refused', async (form) => {
  const bytes = new Uint8Array(await crypto.subtle.exportKey(form, target.web.keys.publicKey))
  for (const alg of ['HS256', 'HS512'])
    await target.expectRefused(await target.forge({ header: { alg }, key: bytes }))
  const pem = `-----BEGIN PUBLIC KEY-----\n${Buffer.from(bytes).toString('base64')}\n-----END PUBLIC KEY-----\n`
  await target.expectRefused(await target.forge({ header: { alg: 'HS256' }, key: Buffer.from(pem) }))
})

test('another algorithm with a key that the token itself brings is refused', async () => {
  const { privateKey, publicKey } = generateKeyPairSync('ed25519')
  const key = await crypto.subtle.importKey(
    'jwk',
    privateKey.export({ format: 'jwk' }),
    { name: 'Ed25519' },
    false,
    ['sign'],
  )
  const jwk = JSON.stringify(publicKey.export({ format: 'jwk' }))
  await target.expectRefused(await target.forge({ header: { jwk }, key }))
  await target.expectRefused(await target.forge({ header: { jku: 'http://127.0.0.1/keys', kid: '1' }, key }))
})

test("our own key under the algorithm's other name (RFC 9864) is refused: there is one name, and it is ours", async () => {
  await target.expectRefused(await target.forge({ header: { alg: 'Ed25519' } }))
})
