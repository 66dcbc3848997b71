import { once } from 'node:events'
import { getCACertificates, setDefaultCACertificates } from 'node:tls'
import { gzipSync } from 'node:zlib'
import { expect, onTestFinished, test } from 'vitest'
import { makeCertificate } from '../../test/support/certificate.ts'
import { OTHER, openStreet, SHOP, serve, serveSecure } from '../../test/support/street.ts'
import { SNPD_AGENT } from '../agent.ts'

const zone = { 'shop.example': [[SHOP]], 'cdn.example': [[OTHER]] }

test('fetches a page from the address its name has, as ourselves', async () => {
  const port = await serve((request, response) => {
    response.setHeader('x-seen', `${request.headers.host} ${request.headers['user-agent']}`)
    response.end('hello')
  })
  const { fetch, dialled } = await openStreet(zone, { [SHOP]: port })
  const answer = await fetch({ url: 'http://shop.example/p?q=1#part' })
  expect(answer).toMatchObject({ status: 200, url: 'http://shop.example/p?q=1' })
  expect(answer.body.toString()).toBe('hello')
  expect(answer.headers['x-seen']).toBe(`shop.example ${SNPD_AGENT}`)
  expect(dialled).toEqual([`${SHOP}:80`])
})

test('goes on to the next address when one does not answer', async () => {
  const port = await serve((_, response) => response.end('second'))
  const street = await openStreet({ 'shop.example': [[OTHER, SHOP]] }, { [SHOP]: port })
  expect((await street.fetch({ url: 'http://shop.example/' })).body.toString()).toBe('second')
  expect(street.dialled).toEqual([`${OTHER}:80`, `${SHOP}:80`])
})

test('posts a body, and takes a redirect of it for the answer', async () => {
  const bodies: string[] = []
  const port = await serve(async (request, response) => {
    const [body] = await once(request, 'data')
    bodies.push(String(body))
    response.writeHead(307, { location: 'http://cdn.example/' }).end()
  })
  const { fetch, dialled } = await openStreet(zone, { [SHOP]: port, [OTHER]: port })
  const answer = await fetch({ url: 'http://shop.example/', method: 'POST', body: '{"a":1}' })
  expect([answer.status, bodies, dialled.length]).toEqual([307, ['{"a":1}'], 1])
})

test('follows a page three times and no further, and keeps its headers to the first origin', async () => {
  const keys: unknown[] = []
  const port = await serve((request, response) => {
    keys.push(request.headers['x-key'])
    const left = Number(request.url?.slice(1))
    if (left === 0) return response.end('end')
    response.writeHead(302, { location: `http://cdn.example/${left - 1}` }).end('x')
  })
  const { fetch } = await openStreet(zone, { [SHOP]: port, [OTHER]: port })
  const headers = { 'x-key': 'k' }
  const answer = await fetch({ url: 'http://shop.example/3', headers })
  expect([answer.url, answer.body.toString()]).toEqual(['http://cdn.example/0', 'end'])
  expect(keys).toEqual(['k', undefined, undefined, undefined])
  await expect(fetch({ url: 'http://shop.example/4' })).rejects.toMatchObject({ code: 'url.redirects' })
  await expect(fetch({ url: 'http://shop.example/1', redirects: 0 })).rejects.toMatchObject({
    code: 'url.redirects',
  })
})

test('a body above the limit is cut off, said or not', async () => {
  const port = await serve((request, response) => {
    if (request.url === '/said') response.setHeader('content-length', '11')
    response.write('12345')
    response.end('678901')
  })
  const { fetch } = await openStreet(zone, { [SHOP]: port })
  for (const path of ['said', 'unsaid'])
    await expect(fetch({ url: `http://shop.example/${path}`, maxBytes: 10 })).rejects.toMatchObject({
      name: 'Final',
      code: 'url.too-large',
    })
  expect((await fetch({ url: 'http://shop.example/', maxBytes: 11 })).body).toHaveLength(11)
})

test('an answer without an end, and a connection held open, end with the time', async () => {
  const closed: string[] = []
  const port = await serve((request, response) => {
    request.socket.once('close', () => closed.push(request.url ?? ''))
    if (request.url === '/drip') response.write('1')
  })
  const { fetch } = await openStreet(zone, { [SHOP]: port })
  for (const path of ['/drip', '/silent'])
    await expect(fetch({ url: `http://shop.example${path}`, timeoutMs: 100 })).rejects.toMatchObject({
      name: 'Retryable',
      code: 'url.unreachable',
      message: 'There was no whole answer within 100 ms.',
    })
  await expect.poll(() => closed).toEqual(['/drip', '/silent'])
})

test('what comes compressed is not blown up', async () => {
  const packed = gzipSync(Buffer.alloc(5_000_000))
  const port = await serve((request, response) => {
    expect(request.headers['accept-encoding']).toBe('identity')
    response.setHeader('content-encoding', 'gzip').end(packed)
  })
  const { fetch } = await openStreet(zone, { [SHOP]: port })
  expect((await fetch({ url: 'http://shop.example/' })).body).toHaveLength(packed.length)
})

test('a name without an address, or a server that hangs up, may be tried again', async () => {
  const port = await serve((request) => request.socket.destroy())
  const { fetch } = await openStreet({ ...zone, 'bare.example': [[]] }, { [SHOP]: port })
  for (const url of [
    'http://bare.example/',
    'http://nobody.example/',
    'http://shop.example/',
    'http://cdn.example/',
  ])
    await expect(fetch({ url })).rejects.toMatchObject({ name: 'Retryable', code: 'url.unreachable' })
})

test('TLS is checked against the name of the URL, not the address', async () => {
  const identity = makeCertificate('shop.example')
  const port = await serveSecure(identity, (_, response) => response.end('secret'))
  const { fetch } = await openStreet(zone, { [SHOP]: port, [OTHER]: port })
  const unknown = {
    name: 'Retryable',
    code: 'url.unreachable',
    cause: { code: 'DEPTH_ZERO_SELF_SIGNED_CERT' },
  }
  await expect(fetch({ url: 'https://shop.example/' })).rejects.toMatchObject(unknown)
  const before = getCACertificates('default')
  setDefaultCACertificates([identity.cert])
  onTestFinished(() => setDefaultCACertificates(before))
  expect((await fetch({ url: 'https://shop.example/' })).body.toString()).toBe('secret')
  const foreign = { cause: { code: 'ERR_TLS_CERT_ALTNAME_INVALID' } }
  await expect(fetch({ url: 'https://cdn.example/' })).rejects.toMatchObject(foreign)
  await expect(fetch({ url: `https://${SHOP}/` })).rejects.toMatchObject(foreign)
})

test('the demo fetches from its own machine', async () => {
  const port = await serve((_, response) => response.end('mine'))
  const { fetch } = await openStreet({}, {}, { loopback: true })
  for (const host of ['127.0.0.1', 'localhost'])
    expect((await fetch({ url: `http://${host}:${port}/` })).body.toString()).toBe('mine')
})
