import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { roleOf, setRole } from '../../db/members/role.ts'
import { expectations } from '../matrix/expectations.ts'
import { actors, type Expectation } from '../matrix/who.ts'
import { newWorld, openMatrix, type World } from '../matrix/world.ts'
import { ask, problemOf } from '../support/http.ts'
import type { TestWeb } from '../support/web.ts'

// Fields that exist in a row and are nobody's to send: each alone, beside a good body, at every route that takes one.
const smuggled: Record<string, unknown> = {
  member_id: '00000000-0000-4000-8000-000000000000',
  reported_by: '00000000-0000-4000-8000-000000000000',
  role: 'admin',
  karma_balance: '1000000000000000000000',
  karma_earned: '1',
  password_hash: '$argon2id$v=19$m=8,t=1,p=1$c2FsdHNhbHQ$aGFzaA',
  state: 'ordered',
  confirmed_total_minor: 1,
  outcome: { kind: 'ordered' },
  created_at: '2000-01-01T00:00:00Z',
  confirmed_at: '2000-01-01T00:00:00Z',
  deleted_at: null,
  wallets: [],
}

let web: TestWeb
beforeAll(async () => {
  web = await openMatrix()
})
afterAll(() => web.close())

const writing = Object.entries(expectations).filter(([name]) => !name.startsWith('GET'))

async function send(name: string, { params }: Expectation, { world, body }: { world: World; body: unknown }) {
  const [method = '', path = ''] = name.split(' ')
  const values = (await params?.(world)) ?? {}
  const url = web.origin + path.replace(/\{(\w+)\}/g, (_, key: string) => values[key] ?? '')
  return ask(url, { method, body, token: world.owner.token })
}

/** Everything of the owner that a request could have changed. */
async function snapshot({ owner, purchaseId, restockId }: World) {
  const sql = web.db.app
  const rows = await Promise.all([
    sql`select * from app.member where id = ${owner.id}`,
    sql`select * from app.purchase_request where id = ${purchaseId}`,
    sql`select * from app.restock where id = ${restockId}`,
  ])
  return JSON.stringify(rows)
}

describe.each(writing)('%s', (name, expectation) => {
  test('takes no field that is not its own, and changes nothing', async () => {
    const world = await newWorld(web)
    // What a role is asked for says so before it looks at anything else.
    const role = expectation.answers[actors.indexOf('owner')] === 403 ? 'admin' : 'member'
    await setRole(web.db.app, world.owner.username, role)
    const good = (await expectation.body?.(world, world.owner)) as object | undefined
    const before = await snapshot(world)
    for (const [field, value] of Object.entries(smuggled)) {
      const problem = await problemOf(
        await send(name, expectation, { world, body: { ...good, [field]: value } }),
      )
      expect([field, problem.status, problem.errors?.map(({ path }) => path)]).toEqual([field, 422, [field]])
    }
    expect(await snapshot(world)).toBe(before)
    expect(await roleOf(web.db.app, world.owner.id)).toBe(role)
  })
})

test('a nested object takes none either, and a prototype is no way in', async () => {
  const world = await newWorld(web)
  const address = { name: 'N', street: '2 Side', city: 'Troy', state: 'NY', zip_code: '1', country: 'US' }
  const nested = { shipping_address: { ...address, member_id: world.owner.id } }
  const bodies = [nested, '{"__proto__":{"role":"admin"}}', '{"constructor":{"prototype":{"role":"admin"}}}']
  for (const body of bodies)
    expect((await send('PATCH /api/me', {} as Expectation, { world, body })).status).toBe(422)
  expect(({} as { role?: string }).role).toBeUndefined()
})
