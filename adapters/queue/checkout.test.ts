import { spawn } from 'node:child_process'
import { existsSync, mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { delimiter, join } from 'node:path'
import { afterAll, beforeAll, describe, expect, onTestFinished, test } from 'vitest'
import { Final, Retryable } from '../../core/errors.ts'
import { uuidv7 } from '../../core/id.ts'
import { freePort } from '../../scripts/engines/ports.ts'
import { createDatabase } from '../../test/support/database.ts'
import type { QueueEngine } from './backend.ts'
import { openQueue } from './checkout.ts'
import { type ConsumerOptions, GivenBack, startConsumer } from './worker.ts'

type Engine = { engine: QueueEngine; close: () => Promise<void> }

const redisBinary = (process.env.PATH ?? '')
  .split(delimiter)
  .map((folder) => join(folder, 'redis-server'))
  .find(existsSync)

async function onPostgres(): Promise<Engine> {
  const database = await createDatabase()
  return { engine: { appDatabaseUrl: database.appUrl }, close: database.close }
}

async function onRedis(): Promise<Engine> {
  const port = await freePort()
  const folder = mkdtempSync(join(tmpdir(), 'snpd-redis-'))
  const args = ['--port', String(port), '--bind', '127.0.0.1', '--save', '', '--dir', folder]
  const server = spawn(redisBinary ?? '', args, { stdio: ['ignore', 'pipe', 'ignore'] })
  const exited = new Promise<void>((resolve) => server.once('exit', () => resolve()))
  await new Promise<void>((resolve) =>
    server.stdout.on('data', (text: Buffer) => text.includes('Ready to accept') && resolve()),
  )
  const close = async () => {
    server.kill('SIGTERM')
    await exited
  }
  return {
    engine: { appDatabaseUrl: 'postgres://unused/unused', redisUrl: `redis://127.0.0.1:${port}` },
    close,
  }
}

const engines = [
  { name: 'Postgres', open: onPostgres },
  ...(redisBinary ? [{ name: 'Redis', open: onRedis }] : []),
]
if (!redisBinary) test.skip('on Redis: skipped, this machine has no redis-server', () => undefined)

/** Resolves with the list once it holds `count` entries. */
async function whenLong<Item>(list: Item[], count: number): Promise<Item[]> {
  for (let tries = 0; tries < 400 && list.length < count; tries++)
    await new Promise((resolve) => setTimeout(resolve, 50))
  return list
}

describe.each(engines)('the checkout queue on $name', ({ open }) => {
  let opened: Engine
  beforeAll(async () => {
    opened = await open()
  })
  afterAll(() => opened.close())

  function producer() {
    const queue = openQueue(opened.engine)
    onTestFinished(queue.close)
    return queue
  }
  function consumer(options: Partial<ConsumerOptions> & Pick<ConsumerOptions, 'run'>) {
    const defaults = {
      engine: opened.engine,
      concurrency: 1,
      gaveUp: async () => undefined,
      onError: () => undefined,
    }
    const started = startConsumer({ ...defaults, ...options })
    onTestFinished(started.close)
    return started
  }

  test('adding one request twice runs it once, and it can be added again after it ran', async () => {
    const queue = producer()
    const [id, runs] = [uuidv7(), [] as string[]]
    await queue.addCheckout(id, 1)
    await queue.addCheckout(id, 1)
    consumer({ run: async (request) => void runs.push(request) })
    await whenLong(runs, 1)
    const left = async () => Object.values(await queue.counts()).some((count) => count > 0)
    while (await left()) await new Promise((resolve) => setTimeout(resolve, 20))
    expect(runs).toEqual([id])
    await queue.addCheckout(id, 1)
    expect(await whenLong(runs, 2)).toEqual([id, id])
  })

  test('runs the more urgent first', async () => {
    const queue = producer()
    const [late, soon, runs] = [uuidv7(), uuidv7(), [] as string[]]
    await queue.addCheckout(late, 9)
    await queue.addCheckout(soon, 1)
    consumer({ run: async (request) => void runs.push(request) })
    expect(await whenLong(runs, 2)).toEqual([soon, late])
  })

  test('a Retryable is tried three times, a Final once; then the owner is told', async () => {
    const queue = producer()
    const [weak, hopeless, runs, told] = [uuidv7(), uuidv7(), [] as string[], [] as string[]]
    consumer({
      concurrency: 2,
      run: async (request) => {
        runs.push(request)
        const options = { code: 'checkout.page', message: 'no' } as const
        throw request === weak ? new Retryable(options) : new Final(options)
      },
      gaveUp: async (request) => void told.push(request),
    })
    await queue.addCheckout(weak, 1)
    await queue.addCheckout(hopeless, 1)
    expect((await whenLong(told, 2)).sort()).toEqual([weak, hopeless].sort())
    expect(runs.filter((request) => request === weak)).toHaveLength(3)
    expect(runs.filter((request) => request === hopeless)).toHaveLength(1)
  })

  test('a request that failed for good can be added again', async () => {
    const queue = producer()
    const [id, runs, told] = [uuidv7(), [] as string[], [] as string[]]
    consumer({
      run: async (request) => {
        if (runs.push(request) === 1) throw new Final({ code: 'checkout.page', message: 'no' })
      },
      gaveUp: async (request) => void told.push(request),
    })
    await queue.addCheckout(id, 1)
    await whenLong(told, 1)
    await queue.addCheckout(id, 1)
    expect(await whenLong(runs, 2)).toHaveLength(2)
  })

  test('a job given back runs again and uses up no attempt', async () => {
    const queue = producer()
    const [runs, told] = [[] as string[], [] as string[]]
    consumer({
      run: async (request) => {
        if (runs.push(request) < 6) throw new GivenBack()
      },
      gaveUp: async (request) => void told.push(request),
    })
    await queue.addCheckout(uuidv7(), 1)
    expect(await whenLong(runs, 6)).toHaveLength(6)
    expect(told).toEqual([])
  })
})

test('a queue that is not there is one clear sentence', async () => {
  const queue = openQueue({ appDatabaseUrl: `postgres://a:b@127.0.0.1:${await freePort()}/x` })
  onTestFinished(() => queue.close().catch(() => undefined))
  await expect(queue.addCheckout(uuidv7(), 1)).rejects.toMatchObject({ code: 'queue.unreachable' })
})
