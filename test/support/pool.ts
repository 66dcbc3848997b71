import { onTestFinished } from 'vitest'
import type { QueueEngine } from '../../adapters/queue/backend.ts'
import { openQueue } from '../../adapters/queue/checkout.ts'
import { type Asked, turnOf } from '../../core/checkout/turn.ts'
import { uuidv7 } from '../../core/id.ts'
import { type Child, startChild } from './child.ts'
import { databaseForTest } from './database.ts'
import { haveRedis, type Server, startRedis } from './external.ts'

export type Served = { request: string; pid: number; began: Date; ended: Date | null }
export type TestRequest = { id: string; turn: number }

/** The two engines of the checkout queue, where this machine can start them: for `describe.each`. */
export function queueEngines(): [name: string, start: () => Promise<Server | undefined>][] {
  const postgres: [string, () => Promise<undefined>] = ['Postgres', async () => undefined]
  return haveRedis() ? [postgres, ['Redis', () => startRedis()]] : [postgres]
}

/** A queue on an engine, with worker processes that write down what they serve (pool-worker.ts). Ends with its test. */
export async function startPool(engine: () => Promise<Server | undefined>) {
  const { app, appUrl } = await databaseForTest()
  await app`
    create table app.served (id int generated always as identity primary key, request text not null, pid int not null,
      began timestamptz not null default clock_timestamp(), ended timestamptz)`
  const redis = await engine()
  if (redis) onTestFinished(redis.stop)
  const at: QueueEngine = { appDatabaseUrl: appUrl, redisUrl: redis?.url }
  const queue = openQueue(at)
  onTestFinished(queue.close)

  const open = async (contexts: number, holdMs: number): Promise<Child> => {
    const child = await startChild('test/support/pool-worker.ts', {
      APP_DATABASE_URL: appUrl,
      CONTEXTS: String(contexts),
      HOLD_MS: String(holdMs),
      ...(redis && { REDIS_URL: redis.url }),
    })
    onTestFinished(child.kill)
    return child
  }
  const add = async (asked: Asked): Promise<TestRequest> => {
    const request = { id: uuidv7(), turn: turnOf(asked) }
    await queue.addCheckout(request.id, request.turn)
    return request
  }
  /** In the order in which they were begun. */
  const served = () => app<Served[]>`select request, pid, began, ended from app.served order by began`
  const now = async () => (await app<{ now: Date }[]>`select clock_timestamp() as now`)[0]?.now ?? new Date()
  return { at, queue, open, add, served, now }
}
