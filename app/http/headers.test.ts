import { request } from 'node:http'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { startTestWeb, type TestWeb } from '../../test/support/web.ts'

// As in production: behind a proxy that ends TLS, asked by the public name.
let web: TestWeb
beforeAll(async () => {
  web = await startTestWeb(() => ({ origin: 'https://snpd.example', demo: false }))
})
afterAll(() => web.close())

type Answer = { status: number; headers: Record<string, string | string[] | undefined> }

function send(path: string, { host = 'snpd.example', method = 'GET', headers = {} } = {}): Promise<Answer> {
  return new Promise((resolve, reject) => {
    const loopback = `127.0.0.1:${web.port}`
    const names = { host: host === 'loopback' ? loopback : host }
    const options = { host: '127.0.0.1', port: web.port, path, method, headers: { ...headers, ...names } }
    const sent = request(options, (response) => {
      response.resume()
      resolve({ status: response.statusCode ?? 0, headers: response.headers })
    })
    sent.once('error', reject).end()
  })
}

function directives(answer: Answer): Record<string, string> {
  const policy = String(answer.headers['content-security-policy'])
  return Object.fromEntries(policy.split('; ').map((line) => line.split(/ (.*)/).slice(0, 2)))
}

const anywhere: [what: string, status: number, path: string, given?: Parameters<typeof send>[1]][] = [
  ['an API answer', 200, '/api/client'],
  ['a problem', 404, '/api/nothing'],
  [
    'a refused Origin',
    403,
    '/api/auth/nonce',
    { method: 'POST', headers: { origin: 'https://evil.example' } },
  ],
  ['a file', 200, '/vendor/swagger-ui/swagger-ui.css'],
  ['a page that is not there', 404, '/'],
  ['a page that cannot be written', 405, '/', { method: 'POST' }],
  ['a foreign name', 421, '/', { host: 'evil.example' }],
  ['a redirect', 307, '/', { host: 'loopback' }],
]

test.each(anywhere)('%s has every security header', async (_, status, ...asked) => {
  const answer = await send(...asked)
  expect(answer.status).toBe(status)
  expect(answer.headers).toMatchObject({
    'strict-transport-security': 'max-age=63072000; includeSubDomains',
    'referrer-policy': 'no-referrer',
    'x-content-type-options': 'nosniff',
    'x-frame-options': 'DENY',
    'cross-origin-opener-policy': 'same-origin-allow-popups',
    'cross-origin-resource-policy': 'same-origin',
  })
  expect(answer.headers['permissions-policy']).toContain('camera=(), microphone=(), payment=()')
  expect(answer.headers).not.toHaveProperty('x-powered-by')
  expect(directives(answer)).toMatchObject({
    'default-src': "'self'",
    'object-src': "'none'",
    'base-uri': "'none'",
    'form-action': "'self'",
    'frame-ancestors': "'none'",
    'connect-src': "'self' wss://snpd.example",
  })
})

test('scripts run by nonce alone: nothing inline, nothing evaluated, no other host, a new nonce each time', async () => {
  const policies = await Promise.all([send('/'), send('/')])
  const scripts = policies.map((answer) => directives(answer)['script-src'] ?? '')
  for (const script of scripts) expect(script).toMatch(/^'self' 'nonce-[A-Za-z0-9+/]{22}=='$/)
  expect(scripts[0]).not.toBe(scripts[1])
})

test('a nonce that a client sends is not taken', async () => {
  const answer = await send('/', { headers: { 'content-security-policy': "script-src 'nonce-mine'" } })
  expect(directives(answer)['script-src']).not.toContain('mine')
})

test('answers of the API are kept by no cache', async () => {
  for (const path of ['/api/client', '/api/me', '/api/nothing'])
    expect((await send(path)).headers['cache-control']).toBe('no-store')
})
