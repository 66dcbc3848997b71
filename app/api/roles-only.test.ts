import { createRoute } from '@hono/zod-openapi'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Role } from '../../core/member/role.ts'
import { setRole } from '../../db/members/role.ts'
import { register } from '../../test/support/http.ts'
import { startTestWeb, type TestWeb } from '../../test/support/web.ts'
import { toSnpdError } from './failure.ts'
import { problem } from './problem.ts'
import { rolesOnly } from './roles-only.ts'
import { newRouter } from './router.ts'

let web: TestWeb
beforeAll(async () => {
  web = await startTestWeb()
})
afterAll(() => web.close())

const responses = { 204: { description: 'Done' } }

/** A route for a role, asked with a token. */
async function statusOf(needed: Role, token?: string): Promise<number> {
  const route = createRoute({ method: 'get', path: '/', responses, ...rolesOnly(web.api, needed) })
  const router = newRouter().openapi(route, (c) => c.body(null, 204))
  router.onError((thrown) => problem({ error: toSnpdError(thrown), requestId: '' }))
  const response = await router.request('/', { headers: token ? { authorization: `Bearer ${token}` } : {} })
  return response.status
}

test('a route for a role is closed to strangers and to those below, and a role is lost at once', async () => {
  const { token } = await register(web.origin, 'riser')
  const all = () =>
    Promise.all([statusOf('member', token), statusOf('moderator', token), statusOf('admin', token)])
  expect(await statusOf('moderator')).toBe(401)
  expect(await all()).toEqual([204, 403, 403])
  await setRole(web.db.app, 'riser', 'moderator')
  expect(await all()).toEqual([204, 204, 403])
  await setRole(web.db.app, 'riser', 'admin')
  expect(await all()).toEqual([204, 204, 204])
  await setRole(web.db.app, 'riser', 'member')
  expect(await all()).toEqual([204, 403, 403])
})
