import { expect, onTestFinished, test } from 'vitest'
import { openStores } from '../../app/auth/stores.ts'
import { openRedis } from '../../app/redis/open.ts'
import { haveRedis, startRedis } from '../support/external.ts'
import { ask, problemOf, register, signedIn } from '../support/http.ts'
import { startTestWeb } from '../support/web.ts'

const password = 'seven green lamps at dawn'

async function startOnRedis() {
  const server = await startRedis()
  const redis = await openRedis(server.url)
  const web = await startTestWeb(({ sql }) => ({ redis, stores: openStores({ sql, redis }) }))
  onTestFinished(async () => {
    await web.close()
    redis.disconnect()
    await server.stop()
  })
  return { web, redis }
}

test.runIf(haveRedis())(
  'with sessions in Redis: they are exported, count as fresh, and end with the account',
  async () => {
    const { web, redis } = await startOnRedis()
    const first = await register(web.origin, 'redis_ann')
    const body = { login: 'redis_ann', password }
    const second = await signedIn(await ask(`${web.origin}/api/users/login`, { body }))
    const at = (path: string) => `${web.origin}/api${path}`
    const { sessions } = await (await ask(at('/me/export'), { token: first.token })).json()
    expect(sessions).toHaveLength(2)
    const email = { method: 'PATCH', body: { email: 'ann@example.net' }, token: first.token }
    expect((await ask(at('/me'), email)).status).toBe(200)

    const left = await ask(at('/me'), { method: 'DELETE', body: { password }, token: first.token })
    expect(left.status).toBe(204)
    for (const { token } of [first, second])
      expect((await problemOf(await ask(at('/ledger'), { token }))).code).toBe('auth.required')
    expect(await redis.keys('snpd:session:*')).toEqual([])
  },
)
