import { setTimeout as sleep } from 'node:timers/promises'
import { GivenBack, startConsumer } from '../../adapters/queue/worker.ts'
import { connect } from '../../db/client.ts'

// A process of its own that takes checkouts from the queue as the workers do, and instead of walking a shop writes down in
// table app.served when it had which.

const { APP_DATABASE_URL = '', REDIS_URL, CONTEXTS = '1', HOLD_MS = '30' } = process.env
const sql = connect(APP_DATABASE_URL, { name: 'test', max: Number(CONTEXTS) })
const draining = new AbortController()

async function serve(request: string, lost: AbortSignal): Promise<void> {
  const [row] = await sql<{ id: number }[]>`
    insert into app.served (request, pid) values (${request}, ${process.pid}) returning id`
  try {
    await sleep(Number(HOLD_MS), undefined, { signal: AbortSignal.any([draining.signal, lost]) })
  } catch {
    throw new GivenBack()
  }
  await sql`update app.served set ended = clock_timestamp() where id = ${row?.id ?? 0}`
}

const consumer = startConsumer({
  engine: { appDatabaseUrl: APP_DATABASE_URL, redisUrl: REDIS_URL },
  concurrency: Number(CONTEXTS),
  run: serve,
  gaveUp: async (request, error) => void process.stderr.write(`${request}: ${error.message}\n`),
  onError: () => undefined,
})
process.on('SIGTERM', () => {
  draining.abort()
  void consumer.close().then(() => process.exit(0))
})
process.send?.({ ready: true })
