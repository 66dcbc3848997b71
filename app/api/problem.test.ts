import { afterAll, beforeAll, expect, test } from 'vitest'
import { ask, problemOf, register } from '../../test/support/http.ts'
import { startTestWeb, type TestWeb } from '../../test/support/web.ts'

let web: TestWeb
beforeAll(async () => {
  web = await startTestWeb()
})
afterAll(() => web.close())

const api = (path: string) => `${web.origin}/api${path}`

test('an unknown address', async () => {
  expect(await problemOf(await ask(api('/nothing')))).toMatchObject({ status: 404, code: 'route.not-found' })
  expect((await problemOf(await ask(`${web.origin}/api`))).code).toBe('route.not-found')
})

test('a method that is not there names those that are', async () => {
  const response = await ask(api('/me'), { method: 'PUT', body: {} })
  expect(response.headers.get('allow')).toBe('GET, HEAD, PATCH, DELETE')
  expect(await problemOf(response)).toMatchObject({ status: 405, code: 'route.method' })
  const one = await ask(api('/restocks/00000000-0000-7000-8000-000000000000'), { method: 'DELETE' })
  expect(one.headers.get('allow')).toBe('GET, HEAD')
})

test('nobody signed in', async () => {
  const response = await ask(api('/me'))
  expect(response.headers.get('www-authenticate')).toBe('Bearer')
  const problem = await problemOf(response)
  expect(problem).toMatchObject({
    type: 'urn:snpd:problem:auth.required',
    title: 'Unauthorized',
    status: 401,
  })
  expect(problem.request_id).toBe(response.headers.get('x-request-id'))
})

test('wrong fields are named one by one, by path', async () => {
  const { token } = await register(web.origin, 'wrong')
  const shipping_address = {
    name: '',
    street: 'x',
    city: 'x',
    state: 'x',
    zip_code: 'x',
    country: 'usa',
    planet: 1,
  }
  const response = await ask(api('/me'), { method: 'PATCH', body: { shipping_address }, token })
  const problem = await problemOf(response)
  expect(problem).toMatchObject({ status: 422, code: 'input.invalid' })
  expect(problem.errors?.map(({ path }) => path).sort()).toEqual([
    'shipping_address.country',
    'shipping_address.name',
    'shipping_address.planet',
  ])
})

test('a query and a path that are not right', async () => {
  expect((await problemOf(await ask(api('/restocks?limit=1000')))).errors?.[0]?.path).toBe('limit')
  expect((await problemOf(await ask(api('/restocks?order=asc')))).errors?.[0]?.path).toBe('order')
  expect((await problemOf(await ask(api('/restocks/1')))).errors?.[0]?.path).toBe('id')
  const absent = await ask(api('/restocks/00000000-0000-7000-8000-000000000000'))
  expect((await problemOf(absent)).code).toBe('restock.not-found')
  expect((await problemOf(await ask(api('/drops/none')))).code).toBe('drop.not-found')
})

test('a body that is not JSON, of another type, too large, or absurdly deep', async () => {
  const url = api('/users/login')
  expect(await problemOf(await ask(url, { body: '{"login":' }))).toMatchObject({
    status: 400,
    code: 'input.json',
  })
  const text = await ask(url, { body: 'login=a', headers: { 'content-type': 'text/plain' } })
  expect(await problemOf(text)).toMatchObject({ status: 415, code: 'input.media-type' })
  const large = await ask(url, { body: { login: 'a'.repeat(70_000), password: 'x' } })
  expect(await problemOf(large)).toMatchObject({ status: 413, code: 'input.too-large' })
  const deep = await ask(url, { body: '['.repeat(30_000) + ']'.repeat(30_000) })
  expect(await problemOf(deep)).toMatchObject({ status: 422, code: 'input.invalid' })
  expect((await problemOf(await ask(url, { method: 'POST' }))).status).toBeLessThan(500)
})

test('what we did not foresee says nothing about itself, and is logged with the request', async () => {
  const logged: object[] = []
  const logger = { debug() {}, info() {}, warn() {}, error: (fields: object) => void logged.push(fields) }
  const now = () => {
    throw new Error('secret at /srv/path')
  }
  const broken = await startTestWeb(() => ({ logger, now }))
  const response = await ask(`${broken.origin}/api/auth/nonce`, { method: 'POST' })
  const problem = await problemOf(response)
  await broken.close()
  expect(problem).toMatchObject({ status: 500, code: 'internal' })
  expect(JSON.stringify(problem)).not.toMatch(/secret|srv/)
  expect(logged).toMatchObject([{ requestId: problem.request_id, code: 'internal' }])
})
