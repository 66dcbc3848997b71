import { request } from 'node:http'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { ask, problemOf, register } from '../../test/support/http.ts'
import { openJar } from '../../test/support/jar.ts'
import { startTestWeb, type TestWeb } from '../../test/support/web.ts'

let web: TestWeb
beforeAll(async () => {
  web = await startTestWeb()
})
afterAll(() => web.close())

/** fetch sets Host itself; this sends the one given. */
function statusWithHost(
  host: string,
  path: string,
): Promise<{ status: number; location: string | undefined }> {
  return new Promise((resolve, reject) => {
    const sent = request({ host: '127.0.0.1', port: web.port, path, headers: { host } }, (response) => {
      response.resume()
      resolve({ status: response.statusCode ?? 0, location: response.headers.location })
    })
    sent.once('error', reject).end()
  })
}

test('every answer carries the security headers: API, file, page, refusal', async () => {
  for (const path of [
    '/api/client',
    '/api/nothing',
    '/vendor/swagger-ui/swagger-ui.css',
    '/',
    '/vendor/../package.json',
  ]) {
    const { headers } = await ask(`${web.origin}${path}`)
    expect(headers.get('x-content-type-options')).toBe('nosniff')
    expect(headers.get('referrer-policy')).toBe('no-referrer')
    const policy = headers.get('content-security-policy') ?? ''
    expect(policy).toContain("frame-ancestors 'none'")
    expect(policy).toMatch(/script-src 'self' 'nonce-[^']{20,}';/)
  }
})

test('a nonce of the policy is used for one answer', async () => {
  const policies = await Promise.all(
    [1, 2].map(async () => (await ask(web.origin)).headers.get('content-security-policy')),
  )
  expect(policies[0]).not.toBe(policies[1])
})

test('a foreign name is refused, a page on the loopback address goes to the origin', async () => {
  expect((await statusWithHost('evil.example', '/api/client')).status).toBe(421)
  expect((await statusWithHost(`127.0.0.1:${web.port}`, '/api/client')).status).toBe(200)
  const page = await statusWithHost(`127.0.0.1:${web.port}`, '/drops?x=1')
  expect(page).toEqual({ status: 307, location: `${web.origin}/drops?x=1` })
  const tricky = await statusWithHost(`127.0.0.1:${web.port}`, '//evil.example/x')
  expect(new URL(tricky.location ?? '').origin).toBe(web.origin)
})

test('no request target ends the server or leads elsewhere, however it is written', async () => {
  for (const path of ['/\\', '/\\evil.example/x', '//\\evil.example']) {
    const answer = await statusWithHost(`127.0.0.1:${web.port}`, path)
    expect(answer.status).toBe(307)
    expect(new URL(answer.location ?? '').origin).toBe(web.origin)
  }
  expect((await ask(`${web.origin}/api/client`)).status).toBe(200)
})

test('pages can only be read', async () => {
  expect((await ask(web.origin, { method: 'POST', body: {} })).status).toBe(405)
})

test('only listed files of packages are served', async () => {
  expect((await ask(`${web.origin}/vendor/swagger-ui/swagger-ui-bundle.js`)).status).toBe(200)
  for (const path of [
    '/vendor/swagger-ui/package.json',
    '/vendor/constructor',
    '/vendor/swagger-ui/%2e%2e/x',
  ])
    expect((await ask(`${web.origin}${path}`)).status).toBe(404)
})

test('with the cookie, a change must come from our own origin; a Bearer client is free of that', async () => {
  const { cookie, token } = await register(web.origin, 'csrf')
  const url = `${web.origin}/api/me`
  const change = (headers: Record<string, string>, bearer?: string) =>
    ask(url, { method: 'PATCH', body: { username: 'csrf2' }, headers, token: bearer })
  const foreign = [{}, { origin: 'http://evil.example' }, { origin: 'null' }]
  for (const headers of foreign)
    expect(await problemOf(await change({ cookie, ...headers } as Record<string, string>))).toMatchObject({
      status: 403,
      code: 'auth.origin',
    })
  expect((await change({ cookie, origin: web.origin })).status).toBe(200)
  expect((await change({}, token)).status).toBe(200)
  // Signing a victim's browser in as the attacker starts without a cookie.
  const login = { body: { login: 'csrf2', password: 'x' }, headers: { origin: 'http://evil.example' } }
  expect((await ask(`${web.origin}/api/users/login`, login)).status).toBe(403)
})

test('a token that is not good is an error as Bearer and nobody as cookie', async () => {
  const { token } = await register(web.origin, 'cutter')
  const cut = token.slice(0, -2)
  expect((await problemOf(await ask(`${web.origin}/api/drops`, { token: cut }))).code).toBe('auth.required')
  expect((await ask(`${web.origin}/api/drops`, { headers: { cookie: `snpd=${cut}` } })).status).toBe(200)
  expect((await ask(`${web.origin}/api/me`, { headers: { cookie: `snpd=${cut}` } })).status).toBe(401)
})

test('behind https: HSTS, and cookies that the browser ties to this host', async () => {
  const origin = 'https://snpd.example'
  const tls = await startTestWeb(() => ({ origin }))
  const jar = openJar(`http://127.0.0.1:${tls.port}`, origin)
  await jar.ask('/auth/nonce', { method: 'POST' })
  const body = { username: 'safe', email: 'safe@example.test', password: 'seven green lamps at dawn' }
  const response = await jar.ask('/users/register', { body })
  await tls.close()
  expect(response.headers.get('strict-transport-security')).toMatch(/max-age=\d{8}/)
  const ages = { '__Host-snpd': 900, '__Host-snpd-refresh': 604_800, '__Host-snpd-browser': 300 }
  for (const [name, age] of Object.entries(ages))
    expect(jar.lines.get(name)).toMatch(
      new RegExp(`=[^;]+; Max-Age=${age}; Path=/; HttpOnly; Secure; SameSite=Lax$`),
    )
})
