import { afterAll, beforeAll, expect, test } from 'vitest'
import { z } from 'zod'
import { ask } from '../../test/support/http.ts'
import { startTestWeb, type TestWeb } from '../../test/support/web.ts'

let web: TestWeb
beforeAll(async () => {
  web = await startTestWeb()
})
afterAll(() => web.close())

const operationShape = z.looseObject({
  summary: z.string(),
  parameters: z.array(z.looseObject({ in: z.string(), name: z.string() })).optional(),
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

test('every reference leads somewhere', async () => {
  const text = await (await ask(`${web.origin}/api/openapi.json`)).text()
  const { components } = await described()
  for (const [, name] of text.matchAll(/"#\/components\/schemas\/(\w+)"/g))
    expect(Object.keys(components.schemas)).toContain(name)
})

// Which routes there are, and what each answers to whom: test/integration/matrix.test.ts.
test('each described route is there, and fails for no one', async () => {
  const { operations } = await described()
  for (const { name, path } of operations) {
    const method = name.split(' ')[0] ?? ''
    const url =
      web.origin + path.replace('{event_id}', '1').replace(/\{\w+\}/, '00000000-0000-7000-8000-000000000000')
    const { status } = await ask(url, { method })
    expect([name, status === 405 || status >= 500]).toEqual([
      name,
      name === 'GET /api/health' && status === 503,
    ])
  }
})

test('every operation says how it fails, and every POST that it can be repeated', async () => {
  const { operations } = await described()
  for (const { name, operation } of operations) {
    const headers = operation.parameters?.filter((parameter) => parameter.in === 'header') ?? []
    const expected = name.startsWith('POST') ? ['Idempotency-Key'] : []
    expect([name, headers.map((header) => header.name)]).toEqual([name, expected])
  }
})

test('the page of it asks this server alone', async () => {
  const html = await (await ask(`${web.origin}/api/docs`)).text()
  const addresses = [...html.matchAll(/(?:src|href)="([^"]+)"/g)].map(([, address = '']) => address)
  for (const address of addresses.filter((a) => !a.startsWith('data:')))
    expect((await ask(web.origin + address)).status).toBe(200)
  expect(html).not.toMatch(/<script>|https?:/)
})
