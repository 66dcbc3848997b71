import { afterAll, beforeAll, expect, test } from 'vitest'
import { z } from 'zod'
import { ask } from '../../test/support/http.ts'
import { startTestWeb, type TestWeb } from '../../test/support/web.ts'

let web: TestWeb
beforeAll(async () => {
  web = await startTestWeb()
})
afterAll(() => web.close())

/** The public list. A route that is added or lost shows here first. */
const routes = [
  'DELETE /api/me/payment',
  'DELETE /api/me/sessions',
  'DELETE /api/me/sessions/{id}',
  'GET /api/client',
  'GET /api/docs',
  'GET /api/docs/start.js',
  'GET /api/drops',
  'GET /api/drops/{slug}',
  'GET /api/health',
  'GET /api/ledger',
  'GET /api/me',
  'GET /api/me/payment',
  'GET /api/me/sessions',
  'GET /api/openapi.json',
  'GET /api/payment/key',
  'GET /api/purchase-requests',
  'GET /api/purchase-requests/{id}',
  'GET /api/purchase-requests/{id}/screenshots/{event_id}',
  'GET /api/restocks',
  'GET /api/restocks/{id}',
  'GET /api/sneakers',
  'GET /api/stores',
  'PATCH /api/me',
  'POST /api/auth/logout',
  'POST /api/auth/nonce',
  'POST /api/auth/refresh',
  'POST /api/auth/verify',
  'POST /api/purchase-requests',
  'POST /api/purchase-requests/{id}/cancel',
  'POST /api/purchase-requests/{id}/confirm',
  'POST /api/restocks',
  'POST /api/restocks/{id}/confirm',
  'POST /api/users/login',
  'POST /api/users/register',
  'PUT /api/me/password',
  'PUT /api/me/payment',
]

const operationShape = z.looseObject({
  summary: z.string(),
  security: z.array(z.unknown()).optional(),
  responses: z.looseObject({ default: z.looseObject({}) }),
})
const documentShape = z.looseObject({
  openapi: z.literal('3.1.0'),
  paths: z.record(z.string(), z.record(z.string(), operationShape)),
  components: z.looseObject({ schemas: z.record(z.string(), z.unknown()) }),
})

async function described() {
  const { paths, components } = documentShape.parse(
    await (await ask(`${web.origin}/api/openapi.json`)).json(),
  )
  const operations = Object.entries(paths).flatMap(([path, methods]) =>
    Object.entries(methods).map(([method, operation]) => ({
      name: `${method.toUpperCase()} ${path}`,
      path,
      operation,
    })),
  )
  return { operations, components }
}

test('the description lists the routes, no more and no fewer', async () => {
  const { operations } = await described()
  expect(operations.map(({ name }) => name).sort()).toEqual(routes)
})

test('every reference leads somewhere', async () => {
  const text = await (await ask(`${web.origin}/api/openapi.json`)).text()
  const { components } = await described()
  for (const [, name] of text.matchAll(/"#\/components\/schemas\/(\w+)"/g))
    expect(Object.keys(components.schemas)).toContain(name)
})

test('each listed route answers, and asks for a member exactly where it says so', async () => {
  const { operations } = await described()
  for (const { name, path, operation } of operations) {
    const method = name.split(' ')[0] ?? ''
    const url =
      web.origin + path.replace('{event_id}', '1').replace(/\{\w+\}/, '00000000-0000-7000-8000-000000000000')
    const { status } = await ask(url, { method })
    // Its body is what signs in there.
    const asks = operation.security !== undefined || name === 'POST /api/auth/refresh'
    expect([name, status === 401]).toEqual([name, asks])
    expect([name, status === 405 || status >= 500]).toEqual([
      name,
      name === 'GET /api/health' && status === 503,
    ])
  }
})

test('the page of it asks this server alone', async () => {
  const html = await (await ask(`${web.origin}/api/docs`)).text()
  const addresses = [...html.matchAll(/(?:src|href)="([^"]+)"/g)].map(([, address = '']) => address)
  for (const address of addresses.filter((a) => !a.startsWith('data:')))
    expect((await ask(web.origin + address)).status).toBe(200)
  expect(html).not.toMatch(/<script>|https?:/)
})
