import {
  createPostgresBackend,
  type JobsOptions,
  Queue,
  Worker,
  type WorkerOptions,
  withBackend,
} from 'bullmq'

/** Where the queue lives: Redis when a URL is given, else schema `queue` of the app's own Postgres. */
export type QueueEngine = { appDatabaseUrl: string; redisUrl?: string | undefined }
export type CheckoutJob = { requestId: string }

export const CHECKOUT_QUEUE = 'checkout'

const postgres = withBackend(createPostgresBackend)

function postgresConnection(url: string, max: number) {
  return { connectionString: url, schema: 'queue', migrate: true, max, application_name: 'snpd-queue' }
}

/** A producer on the chosen engine. */
export function makeQueue({ appDatabaseUrl, redisUrl }: QueueEngine) {
  if (redisUrl) return new Queue<CheckoutJob>(CHECKOUT_QUEUE, { connection: { url: redisUrl } })
  return new postgres.Queue<CheckoutJob>(CHECKOUT_QUEUE, {
    connection: postgresConnection(appDatabaseUrl, 2),
  })
}

type Run = (
  job: { data: CheckoutJob; moveToDelayed: (at: number, token?: string) => Promise<void> },
  token?: string,
  signal?: AbortSignal,
) => Promise<void>

/** A consumer on the chosen engine. */
export function makeWorker(
  { appDatabaseUrl, redisUrl }: QueueEngine,
  run: Run,
  options: Omit<WorkerOptions, 'connection'>,
) {
  if (redisUrl)
    return new Worker<CheckoutJob>(CHECKOUT_QUEUE, run, {
      ...options,
      connection: { url: redisUrl, maxRetriesPerRequest: null },
    })
  return new postgres.Worker<CheckoutJob>(CHECKOUT_QUEUE, run, {
    ...options,
    connection: postgresConnection(appDatabaseUrl, 4),
  })
}

/** Postgres keeps the truth about a request, so finished jobs leave nothing that could block adding one again. */
export const jobOptions: JobsOptions = {
  attempts: 3,
  backoff: { type: 'exponential', delay: 1000 },
  removeOnComplete: true,
  removeOnFail: true,
}
