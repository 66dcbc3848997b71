import { createHash, createHmac, timingSafeEqual } from 'node:crypto'
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { buffer } from 'node:stream/consumers'

export const s3Keys = { region: 'eu-test-1', keyId: 'AKIDEXAMPLE', secret: 'a secret of nobody at all' }
const BUCKET = '/pictures/'
/** AWS takes clocks that are no more than 15 minutes off. */
const SKEW_MS = 900_000

export type TestS3 = {
  /** Of the bucket. */
  url: string
  objects: Map<string, Buffer>
  /** What the next requests are answered, in place of what they ask for; 0 cuts the connection. */
  faults: number[]
  /** Requests that came, refused ones too. */
  asked: () => number
  close: () => Promise<void>
}

const sha256 = (data: string | Buffer) => createHash('sha256').update(data).digest('hex')
const hmac = (key: string | Buffer, text: string) => createHmac('sha256', key).update(text).digest()
const one = (value: string | string[] | undefined) => [value ?? ''].flat().join(',')

/** The string that AWS would have signed for this request, from what arrived and nothing else. */
function canonical({ method, url, headers }: IncomingMessage, signed: string[]): string {
  const [path = '', query = ''] = (url ?? '').split('?')
  const lines = signed.map((name) => `${name}:${one(headers[name]).trim().replace(/ +/g, ' ')}`)
  const hash = one(headers['x-amz-content-sha256'])
  return [method, path, query.split('&').sort().join('&'), ...lines, '', signed.join(';'), hash].join('\n')
}

const AUTHORIZATION =
  /^AWS4-HMAC-SHA256 Credential=([^/]+)\/(\d{8})\/([^/]+)\/s3\/aws4_request, SignedHeaders=([a-z0-9;-]+), Signature=([0-9a-f]{64})$/

function toDate(stamp: string): number {
  const [, ...parts] = /^(\d{4})(\d\d)(\d\d)T(\d\d)(\d\d)(\d\d)Z$/.exec(stamp) ?? []
  const [year = 0, month = 0, day = 0, hour = 0, minute = 0, second = 0] = parts.map(Number)
  return Date.UTC(year, month - 1, day, hour, minute, second)
}

/** Why S3 would refuse it; undefined when it would not (AWS: Signature Version 4, header-based). */
function wrongWith(request: IncomingMessage, body: Buffer): string | undefined {
  const [, keyId, day, region, names = '', signature = ''] =
    AUTHORIZATION.exec(one(request.headers.authorization)) ?? []
  const stamp = one(request.headers['x-amz-date'])
  const signed = names.split(';')
  if (keyId === undefined) return 'AccessDenied'
  if (keyId !== s3Keys.keyId) return 'InvalidAccessKeyId'
  if (region !== s3Keys.region || !stamp.startsWith(`${day}T`)) return 'AuthorizationHeaderMalformed'
  if (!(Math.abs(toDate(stamp) - Date.now()) < SKEW_MS)) return 'RequestTimeTooSkewed'
  for (const must of ['host', 'x-amz-date', 'x-amz-content-sha256'])
    if (!signed.includes(must)) return 'AccessDenied'
  if (one(request.headers['x-amz-content-sha256']) !== sha256(body)) return 'XAmzContentSHA256Mismatch'
  const scope = `${day}/${region}/s3/aws4_request`
  const text = ['AWS4-HMAC-SHA256', stamp, scope, sha256(canonical(request, signed))].join('\n')
  const steps = [day ?? '', region, 's3', 'aws4_request']
  const key = steps.reduce<string | Buffer>((last, step) => hmac(last, step), `AWS4${s3Keys.secret}`)
  const isRight = timingSafeEqual(hmac(key, text), Buffer.from(signature, 'hex'))
  return isRight ? undefined : 'SignatureDoesNotMatch'
}

function say(response: ServerResponse, status: number, code: string): void {
  response.writeHead(status, { 'content-type': 'application/xml' })
  response.end(`<?xml version="1.0"?><Error><Code>${code}</Code></Error>`)
}

function answer(objects: Map<string, Buffer>, body: Buffer, { method, url = '' }: IncomingMessage) {
  return (response: ServerResponse) => {
    if (!url.startsWith(BUCKET)) return say(response, 404, 'NoSuchBucket')
    const key = url.slice(BUCKET.length)
    const found = objects.get(key)
    if (method === 'PUT') objects.set(key, body)
    if (method === 'DELETE') objects.delete(key)
    if (method === 'GET' && !found) return say(response, 404, 'NoSuchKey')
    response.writeHead(method === 'DELETE' ? 204 : 200, { etag: `"${sha256(found ?? body)}"` })
    response.end(method === 'GET' ? found : undefined)
  }
}

/** A bucket on this machine that takes a request only when its SigV4 is right, body and clock included. */
export async function startS3(): Promise<TestS3> {
  const objects = new Map<string, Buffer>()
  const faults: number[] = []
  let asked = 0
  const server = createServer(async (request, response) => {
    asked++
    const body = await buffer(request)
    const fault = faults.shift()
    if (fault === 0) return void request.socket.destroy()
    if (fault !== undefined) return say(response, fault, 'Fault')
    const wrong = wrongWith(request, body)
    return wrong ? say(response, 403, wrong) : answer(objects, body, request)(response)
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.address() as AddressInfo
  const close = async () => {
    server.closeAllConnections()
    await new Promise((resolve) => server.close(resolve))
  }
  return { url: `http://127.0.0.1:${port}${BUCKET.slice(0, -1)}`, objects, faults, asked: () => asked, close }
}
