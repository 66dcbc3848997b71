import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { expectations } from '../matrix/expectations.ts'
import { actors } from '../matrix/who.ts'
import { newWorld, openMatrix } from '../matrix/world.ts'
import { ask, problemOf } from '../support/http.ts'
import type { TestWeb } from '../support/web.ts'

// CSRF: another site makes the member's browser send a request, cookies and all.
let web: TestWeb
beforeAll(async () => {
  web = await openMatrix()
})
afterAll(() => web.close())

const unsafe = Object.entries(expectations).filter(([name]) => !name.startsWith('GET'))
/** What browsers put there for a foreign page, a sandboxed frame, a neighbour's port, a subdomain, a look-alike. */
const foreign = (origin: string) => [
  'https://evil.example',
  'null',
  origin.replace(/\d+$/, '1'),
  origin.replace('localhost', 'a.localhost'),
  `${origin}.evil.example`,
  `${origin}/`,
  '',
]

describe.each(unsafe)('%s', (name, { params, body, answers }) => {
  test("with the member's cookie, from any other page or none, does nothing", async () => {
    const world = await newWorld(web)
    const { owner } = world
    const [method = '', path = ''] = name.split(' ')
    const values = (await params?.(world)) ?? {}
    const url = web.origin + path.replace(/\{(\w+)\}/g, (_, key: string) => values[key] ?? '')
    const given = { method, body: (await body?.(world, owner)) ?? {} }
    const cookie = `snpd=${owner.token}; snpd-refresh=${owner.refresh}`
    for (const origin of foreign(web.origin))
      expect(await problemOf(await ask(url, { ...given, headers: { cookie, origin } }))).toMatchObject({
        status: 403,
        code: 'auth.origin',
      })
    expect((await problemOf(await ask(url, { ...given, headers: { cookie } }))).code).toBe('auth.origin')
    const own = await ask(url, { ...given, headers: { cookie, origin: web.origin } })
    expect(own.status).toBe(answers[actors.indexOf('owner')])
  })
})

test('a form cannot speak for a page: its content types are not read', async () => {
  const types = ['application/x-www-form-urlencoded', 'multipart/form-data; boundary=x', 'text/plain']
  for (const type of types) {
    const headers = { 'content-type': type, origin: web.origin }
    const response = await ask(`${web.origin}/api/users/login`, {
      body: '{"login":"a","password":"b"}',
      headers,
    })
    expect((await problemOf(response)).code).toBe('input.media-type')
  }
})
