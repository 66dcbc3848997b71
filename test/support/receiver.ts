import { createDecipheriv, createECDH, createHmac, createPublicKey, randomBytes, verify } from 'node:crypto'
import { createServer, type IncomingHttpHeaders, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { onTestFinished } from 'vitest'

/** One POST that a receiver got. */
export type Received = { path: string; headers: IncomingHttpHeaders; body: Buffer }
/** How it answers; by default 201 at once. */
export type Answering = (received: Received, response: ServerResponse) => void

/** A local server that takes what is posted to it, and answers as it is told. */
export async function startReceiver(
  answering: Answering = (_, response) => void response.writeHead(201).end(),
) {
  const received: Received[] = []
  let answer = answering
  const server = createServer((request, response) => {
    const parts: Buffer[] = []
    request.on('data', (part: Buffer) => parts.push(part))
    request.on('end', () => {
      const one = { path: request.url ?? '', headers: request.headers, body: Buffer.concat(parts) }
      received.push(one)
      answer(one, response)
    })
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const close = () => {
    server.closeAllConnections()
    server.close()
  }
  onTestFinished(close)
  const origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  const answerWith = (next: Answering): void => {
    answer = next
  }
  return { origin, received, answerWith }
}

/** Answers with a status, and headers. */
export const say =
  (status: number, headers: Record<string, string> = {}, text = ''): Answering =>
  (_, response) =>
    void response.writeHead(status, headers).end(text)

const hmac = (key: Buffer, data: Buffer) => createHmac('sha256', key).update(data).digest()

/** HKDF of RFC 5869 for up to 32 bytes. */
function derive(secret: { salt: Buffer; key: Buffer }, info: Buffer, length: number): Buffer {
  return hmac(hmac(secret.salt, secret.key), Buffer.concat([info, Buffer.of(1)])).subarray(0, length)
}

/** A browser's end of push: its keys, and what it reads of what its push service was given (RFC 8291, RFC 8188). */
export function newBrowser(endpoint: string) {
  const pair = createECDH('prime256v1')
  const publicKey = pair.generateKeys()
  const auth = randomBytes(16)
  const decrypt = (body: Buffer): string => {
    const salt = body.subarray(0, 16)
    const idLength = body.readUInt8(20)
    const sender = body.subarray(21, 21 + idLength)
    const sealed = body.subarray(21 + idLength)
    const shared = pair.computeSecret(sender)
    const info = Buffer.concat([Buffer.from('WebPush: info\0'), publicKey, sender])
    const key = derive({ salt: auth, key: shared }, info, 32)
    const content = derive({ salt, key }, Buffer.from('Content-Encoding: aes128gcm\0'), 16)
    const nonce = derive({ salt, key }, Buffer.from('Content-Encoding: nonce\0'), 12)
    const cipher = createDecipheriv('aes-128-gcm', content, nonce)
    cipher.setAuthTag(sealed.subarray(-16))
    const padded = Buffer.concat([cipher.update(sealed.subarray(0, -16)), cipher.final()])
    // The last record ends with 2 and zeros.
    const end = padded.lastIndexOf(2)
    if (!padded.subarray(end + 1).every((byte) => byte === 0)) throw new Error('not the last record')
    return padded.subarray(0, end).toString('utf8')
  }
  const subscription = {
    endpoint,
    keys: { p256dh: publicKey.toString('base64url'), auth: auth.toString('base64url') },
  }
  return { subscription, decrypt }
}

/** What some browser says of its subscription. */
export const subscriptionOf = (endpoint: string) => newBrowser(endpoint).subscription

/** What a push service learns of who sends (RFC 8292): the claims, when the signature is that of the key beside it. */
export function vapidClaims(authorization: string): { key: string; claims: Record<string, unknown> } {
  const [, token = '', key = ''] = /^vapid t=([\w.-]+), ?k=([\w-]+)$/.exec(authorization) ?? []
  const [header = '', payload = '', signature = ''] = token.split('.')
  const point = Buffer.from(key, 'base64url')
  const jwk = {
    ...{ kty: 'EC', crv: 'P-256' },
    x: point.subarray(1, 33).toString('base64url'),
    y: point.subarray(33).toString('base64url'),
  }
  const isTrue = verify(
    'sha256',
    Buffer.from(`${header}.${payload}`),
    { key: createPublicKey({ key: jwk, format: 'jwk' }), dsaEncoding: 'ieee-p1363' },
    Buffer.from(signature, 'base64url'),
  )
  if (!isTrue) throw new Error('the token is not signed by the key beside it')
  return { key, claims: JSON.parse(Buffer.from(payload, 'base64url').toString()) as Record<string, unknown> }
}

/** Whether a message's signature is that of its secret, after the text of Standard Webhooks 1.0. */
export function isSigned(secret: string, { headers, body }: Received): boolean {
  const [id, timestamp] = [headers['webhook-id'], headers['webhook-timestamp']]
  const key = Buffer.from(secret.replace(/^whsec_/, ''), 'base64')
  const signed = Buffer.concat([Buffer.from(`${id}.${timestamp}.`), body])
  const expected = `v1,${hmac(key, signed).toString('base64')}`
  const isFresh = Math.abs(Date.now() / 1000 - Number(timestamp)) < 300
  return isFresh && String(headers['webhook-signature']).split(' ').includes(expected)
}
