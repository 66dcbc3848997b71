import type { IncomingMessage, RequestListener } from 'node:http'
import { getCACertificates, setDefaultCACertificates } from 'node:tls'
import { brotliCompressSync, gzipSync } from 'node:zlib'
import { expect, onTestFinished, test } from 'vitest'
import { makeCertificate } from '../../test/support/certificate.ts'
import { openStreet, SHOP, serve, serveSecure } from '../../test/support/street.ts'
import { openSession, type SessionOptions } from './session.ts'
import { textOf } from './unpack.ts'

const zone = { 'shop.example': [[SHOP]], 'inside.example': [['10.0.0.7']] }

/** A session in a street where the shop's address leads to this listener. */
async function enter(listener: RequestListener, more: Partial<SessionOptions> = {}) {
  const street = await openStreet(zone, { [SHOP]: await serve(listener) })
  const session = openSession({ loopback: false, ...street.ways, ...more })
  onTestFinished(session.close)
  return {
    session,
    dialled: street.dialled,
    get: (path: string) => session.get({ url: `http://shop.example${path}` }),
  }
}

test('one connection serves one request after another, to the address that was checked', async () => {
  const ports = new Set<number | undefined>()
  const { get, dialled } = await enter((request, response) => {
    ports.add(request.socket.remotePort)
    response.end(request.url)
  })
  for (const path of ['/a', '/b', '/c']) expect((await get(path)).body.toString()).toBe(path)
  expect([ports.size, dialled]).toEqual([1, [`${SHOP}:80`]])
})

test('a redirect is an answer, and the connection goes on', async () => {
  const { get, dialled } = await enter((request, response) => {
    if (request.url === '/old') response.writeHead(302, { location: '/new' }).end('x'.repeat(5_000))
    else response.end('new')
  })
  expect(await get('/old')).toMatchObject({ status: 302, headers: { location: '/new' } })
  expect((await get('/new')).body.toString()).toBe('new')
  expect(dialled).toHaveLength(1)
})

test('what leads inside is refused, whatever its name', async () => {
  const { session, dialled } = await enter((_, response) => response.end())
  for (const url of [
    'http://inside.example/',
    'http://127.0.0.1/',
    'http://localhost/',
    'http://shop.example:8080/',
  ])
    await expect(session.get({ url })).rejects.toMatchObject({ code: 'url.refused' })
  expect(dialled).toEqual([])
})

test('a kept connection that the other side ended is opened again; one that is cut in an answer is trouble', async () => {
  const first: IncomingMessage[] = []
  const { get, dialled } = await enter((request, response) => {
    first.push(request)
    if (request.url === '/cut')
      return void response.writeHead(200, { 'content-length': 9 }).write('x', () => request.socket.destroy())
    response.end('whole', () => {
      if (request.url === '/last') setImmediate(() => request.socket.destroy())
    })
  })
  expect((await get('/last')).body.toString()).toBe('whole')
  expect((await get('/next')).body.toString()).toBe('whole')
  await expect(get('/cut')).rejects.toMatchObject({ code: 'url.unreachable' })
  expect((await get('/after')).body.toString()).toBe('whole')
  expect(dialled.length).toBeGreaterThan(1)
  expect(first.map(({ url }) => url)).toEqual(['/last', '/next', '/cut', '/after'])
})

test('an answer that is too large, or never whole, ends in time', async () => {
  const { get } = await enter(
    (request, response) => {
      if (request.url === '/large') response.end('x'.repeat(200))
      else response.write('x')
    },
    { maxBytes: 100, timeoutMs: 300 },
  )
  await expect(get('/large')).rejects.toMatchObject({ code: 'url.too-large' })
  await expect(get('/slow')).rejects.toMatchObject({ code: 'url.unreachable' })
})

test('TLS is kept too, and checked against the name', async () => {
  const identity = makeCertificate('shop.example')
  const port = await serveSecure(identity, (_, response) => response.end('secret'))
  const street = await openStreet(zone, { [SHOP]: port })
  const session = openSession({ loopback: false, ...street.ways })
  onTestFinished(session.close)
  const url = 'https://shop.example/'
  await expect(session.get({ url })).rejects.toMatchObject({ code: 'url.unreachable' })
  const before = getCACertificates('default')
  setDefaultCACertificates([identity.cert])
  onTestFinished(() => setDefaultCACertificates(before))
  for (let each = 0; each < 2; each++) expect((await session.get({ url })).body.toString()).toBe('secret')
  // The refused one, and the one that is kept.
  expect(street.dialled).toHaveLength(2)
})

test.each([
  ['gzip', gzipSync],
  ['br', brotliCompressSync],
] as const)(
  '%s is asked for and unpacked, small and large, and never beyond its limit',
  async (name, pack) => {
    const { get } = await enter((request, response) => {
      const size = Number(request.url?.slice(1))
      const noise = Array.from({ length: size }, (_, at) =>
        String.fromCodePoint(97 + ((at * 7919) % 26)),
      ).join('')
      expect(request.headers['accept-encoding']).toBe('gzip, br')
      response.writeHead(200, { 'content-encoding': name }).end(pack(`ü${noise}`))
    })
    for (const size of [10, 300_000]) expect((await textOf(await get(`/${size}`))).length).toBe(size + 1)
    const bomb = await get('/300000')
    await expect(textOf(bomb, 1_000)).rejects.toMatchObject({ code: 'url.too-large' })
  },
)

test('what is packed otherwise, or broken, is unreadable; other letters are read as they are named', async () => {
  const bodies: Record<string, [Record<string, string>, Buffer]> = {
    '/odd': [{ 'content-encoding': 'constructor' }, Buffer.from('x')],
    '/broken': [{ 'content-encoding': 'gzip' }, Buffer.from('x')],
    '/latin': [{ 'content-type': 'text/html; charset=ISO-8859-1' }, Buffer.from('Größe', 'latin1')],
    '/unknown': [{ 'content-type': 'text/html; charset=klingon' }, Buffer.from('Größe')],
  }
  const { get } = await enter((request, response) => {
    const [headers, body] = bodies[request.url ?? ''] ?? [{}, Buffer.alloc(0)]
    response.writeHead(200, headers).end(body)
  })
  for (const path of ['/odd', '/broken'])
    await expect(textOf(await get(path))).rejects.toMatchObject({ code: 'url.unreadable' })
  for (const path of ['/latin', '/unknown']) expect(await textOf(await get(path))).toBe('Größe')
})
