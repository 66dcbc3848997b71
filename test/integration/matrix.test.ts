import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { z } from 'zod'
import { roleShape } from '../../core/member/role-shape.ts'
import { expectations } from '../matrix/expectations.ts'
import { type Actor, actors, type Expectation } from '../matrix/who.ts'
import { addPerson, holdingsOf, newWorld, openMatrix, type Person, type World } from '../matrix/world.ts'
import { type Ask, ask, problemOf } from '../support/http.ts'
import type { TestWeb } from '../support/web.ts'

let web: TestWeb
beforeAll(async () => {
  web = await openMatrix()
})
afterAll(() => web.close())

/** A world that the last request left as it was. Making one takes longer than all that is asked in it. */
let untouched: World | undefined

async function takeWorld(): Promise<World> {
  const world = untouched ?? (await newWorld(web))
  untouched = undefined
  return world
}

/**
 * What reads, and what was refused, changes nothing; but a way in that is tried in vain may be closed for good, and the
 * cases of moderators are made out of strikes that add up.
 */
function giveBack(world: World, name: string, statuses: number[]): void {
  const isRefused = statuses.every((status) => status >= 400 && status < 500)
  const isKept = !/\/api\/(auth|moderation)\//.test(name)
  if (isKept && (name.startsWith('GET ') || isRefused)) untouched = world
}

type Schema = { [key: string]: unknown }
const documentShape = z.object({
  paths: z.record(
    z.string(),
    z.record(
      z.string(),
      z.looseObject({ requestBody: z.unknown().optional(), security: z.array(z.unknown()).optional() }),
    ),
  ),
  components: z.object({ schemas: z.record(z.string(), z.record(z.string(), z.unknown())) }),
})

async function described() {
  return documentShape.parse(await (await ask(`${web.origin}/api/openapi.json`)).json())
}

const routes = Object.entries(expectations)

/** Who asks in a world: an anonymous one is a person whose token is not sent. */
async function personFor(actor: Actor, { owner }: World): Promise<Person> {
  if (actor === 'owner') return owner
  const role = roleShape.safeParse(actor)
  return addPerson(web, role.success ? role.data : 'member')
}

type Call = { name: string; expectation: Expectation; actor: Actor; world: World }

async function requestOf({
  name,
  expectation,
  actor,
  world,
}: Call): Promise<{ url: string; given: Ask; asking: Person }> {
  const [method = '', path = ''] = name.split(' ')
  const params = (await expectation.params?.(world)) ?? {}
  const query = expectation.query?.(world) ?? ''
  const asked = path.replace(/\{(\w+)\}/g, (_, key: string) => params[key] ?? `no ${key}`)
  const url = `${web.origin}${asked}${query && `?${query}`}`
  const asking = await personFor(actor, world)
  const token = actor === 'anonymous' ? undefined : asking.token
  return { url, given: { method, body: await expectation.body?.(world, asking), token }, asking }
}

async function operations() {
  const { paths } = await described()
  return Object.entries(paths).flatMap(([path, methods]) =>
    Object.entries(methods).map(([method, operation]) => ({
      name: `${method.toUpperCase()} ${path}`,
      operation,
    })),
  )
}

test('the routes listed here are those of OpenAPI, no more and no fewer', async () => {
  const listed = (await operations()).map(({ name }) => name)
  expect(listed.sort()).toEqual(Object.keys(expectations).sort())
})

/** Who fails to prove who one is is refused as a stranger is. */
const proving = new Set(['POST /api/auth/verify', 'POST /api/auth/refresh', 'POST /api/users/login'])

test('the description asks for a member exactly where a stranger is refused', async () => {
  for (const { name, operation } of await operations()) {
    const refused = expectations[name]?.answers[0] === 401 && !proving.has(name)
    expect([name, operation.security !== undefined]).toEqual([name, refused])
  }
})

describe.each(routes)('%s', (name, expectation) => {
  test.each(actors)('%s', async (actor) => {
    const world = await takeWorld()
    const { url, given, asking } = await requestOf({ name, expectation, actor, world })
    const before = await holdingsOf(web, world.owner)
    const response = await ask(url, given)
    const text = await response.text()
    expect([response.status, text.slice(0, 300)]).toEqual([
      expectation.answers[actors.indexOf(actor)],
      expect.anything(),
    ])
    // Field by field: whoever it is, nothing private of the owner is in an answer to somebody else.
    const secrets = asking === world.owner ? [] : world.owner.secrets
    expect(secrets.filter((secret) => text.includes(secret))).toEqual([])
    expect(text).not.toMatch(/password_hash|\$argon2/)
    // A refusal that came after the deed would be none.
    if (asking !== world.owner) expect(await holdingsOf(web, world.owner)).toEqual(before)
    giveBack(world, name, [response.status])
  })

  test('a key of the query or the body that nobody knows is refused and named', async () => {
    const world = await takeWorld()
    // What a role is asked for says so before it looks at anything else.
    const actor = expectation.answers[actors.indexOf('owner')] === 403 ? 'admin' : 'owner'
    const { url, given } = await requestOf({ name, expectation, actor, world })
    const query = await problemOf(await ask(`${url}${url.includes('?') ? '&' : '?'}nobody_knows=1`, given))
    expect(query).toMatchObject({ status: 422, errors: [{ path: 'nobody_knows', message: 'unknown field' }] })
    if (name.startsWith('GET')) return giveBack(world, name, [query.status])
    const body = { ...(given.body as object | undefined), nobody_knows: 1 }
    const problem = await problemOf(await ask(url, { ...given, body }))
    expect(problem).toMatchObject({ status: 422, code: 'input.invalid' })
    expect(problem.errors?.map(({ path }) => path)).toContain('nobody_knows')
    giveBack(world, name, [query.status, problem.status])
  })
})

/** Every object shape below a schema, by where it stands; references are followed once. */
function* objectsIn(schema: unknown, schemas: Record<string, Schema>, at = ''): Generator<[string, Schema]> {
  if (typeof schema !== 'object' || schema === null) return
  const found = schema as Schema
  if (typeof found.$ref === 'string') {
    const name = found.$ref.split('/').at(-1) ?? ''
    yield* objectsIn(schemas[name], schemas, `${at}/${name}`)
  }
  if (found.type === 'object') yield [at, found]
  for (const [key, inner] of Object.entries(found)) yield* objectsIn(inner, schemas, `${at}/${key}`)
}

test('every object that a body may hold, at any depth, is described as closed', async () => {
  const { paths, components } = await described()
  const open = Object.entries(paths).flatMap(([path, methods]) =>
    Object.entries(methods).flatMap(([method, { requestBody }]) =>
      [...objectsIn(requestBody, components.schemas, `${method} ${path}`)]
        .filter(([, object]) => object.additionalProperties !== false)
        .map(([at]) => at),
    ),
  )
  expect(open).toEqual([])
})
