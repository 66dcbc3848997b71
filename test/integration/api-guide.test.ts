import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { uuidv7 } from '../../core/id.ts'
import { addCatalog } from '../support/members.ts'
import { startTestWeb, type TestWeb } from '../support/web.ts'

type Example = {
  method: string
  path: string
  headers: Record<string, string>
  body: string | undefined
  status: number
  /** Name -> where in the answer it is. */
  keeps: Record<string, string[]>
}

const guide = readFileSync(join(import.meta.dirname, '../../docs/api.md'), 'utf8')

function exampleOf(block: string): Example {
  const [head = '', ...rest] = block.trim().split('\n\n')
  const [first = '', ...headerLines] = head.split('\n')
  const [method = '', path = ''] = first.split(' ')
  const [status = '', ...kept] = (rest.pop() ?? '').replace(/^# /, '').split(', ')
  return {
    ...{ method, path, status: Number(status), body: rest[0] },
    headers: Object.fromEntries(headerLines.map((line) => line.split(/: (.*)/s).slice(0, 2))),
    keeps: Object.fromEntries(
      kept.map((each) => each.split(' = ')).map(([name, place = '']) => [name, place.split('.').slice(1)]),
    ),
  }
}

const examples = [...guide.matchAll(/```http\n(.*?)```/gs)].map(([, block = '']) => exampleOf(block))

let web: TestWeb
beforeAll(async () => {
  web = await startTestWeb()
  await addCatalog(web.db.app)
})
afterAll(() => web.close())

const at = (value: unknown, place: string[]): unknown =>
  place.reduce<unknown>((inner, step) => (inner as Record<string, unknown> | undefined)?.[step], value)

test('the examples of the guide run as they stand, one after the other, and get what it says', async () => {
  const known: Record<string, string> = {}
  const fill = (text: string) =>
    text.replace(/\{\{(\w+)\}\}/g, (whole, name: string) =>
      name === 'new' ? uuidv7() : (known[name] ?? whole),
    )
  const restocks = new Set<string>()
  for (const { method, path, headers, body, status, keeps } of examples) {
    const filled = Object.entries(headers).map(([name, value]) => [name, fill(value)] as const)
    const response = await fetch(`${web.origin}${fill(path)}`, {
      method,
      headers: { ...Object.fromEntries(filled), ...(body && { 'content-type': 'application/json' }) },
      ...(body && { body: fill(body) }),
    })
    const text = await response.text()
    expect([method, path, response.status, response.status === status ? '' : text]).toEqual([
      method,
      path,
      status,
      '',
    ])
    for (const [name, place] of Object.entries(keeps)) {
      const value = at(JSON.parse(text), place)
      expect([path, name, value === undefined || value === null]).toEqual([path, name, false])
      known[name] = String(value)
      if (name === 'restock') restocks.add(String(value))
    }
  }
  // The same key gave the same report, and the list has it.
  expect([...restocks]).toEqual([known.newest])
  expect(known).toMatchObject({ name: 'ann', seen: '1', code: 'route.not-found', balance: '0' })
})

test('it shows the routes that a client begins with, and each is in the description', async () => {
  expect(examples.length).toBeGreaterThan(15)
  const description = (await (await fetch(`${web.origin}/api/openapi.json`)).json()) as {
    paths: Record<string, Record<string, unknown>>
  }
  const templates = Object.entries(description.paths).map(([path, methods]) => ({
    methods,
    pattern: new RegExp(`^${path.replace(/\{\w+\}/g, '[^/]+')}$`),
  }))
  const unknown = examples.filter(
    ({ method, path, status }) =>
      status !== 404 &&
      !templates.some(
        ({ pattern, methods }) => pattern.test(path.split('?')[0] ?? '') && method.toLowerCase() in methods,
      ),
  )
  expect(unknown.map(({ path }) => path)).toEqual([])
})
