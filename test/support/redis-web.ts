import { openStores } from '../../app/auth/stores.ts'
import { openRedis } from '../../app/redis/open.ts'
import { haveRedis, startRedis } from './external.ts'
import { startTestWeb, type TestWeb } from './web.ts'

async function startWebOnRedis(): Promise<TestWeb> {
  const server = await startRedis()
  const redis = await openRedis(server.url)
  const web = await startTestWeb(({ sql }) => ({ redis, stores: openStores({ sql, redis }) }))
  const close = async () => {
    await web.close()
    redis.disconnect()
    await server.stop()
  }
  return { ...web, close }
}

/** The web side with its sessions in Postgres and, where this machine has one, in Redis: for `describe.each`. */
export function websOnEachEngine(): [name: string, start: () => Promise<TestWeb>][] {
  const postgres: [string, () => Promise<TestWeb>] = ['Postgres', () => startTestWeb()]
  return haveRedis() ? [postgres, ['Redis', startWebOnRedis]] : [postgres]
}
