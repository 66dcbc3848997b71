import type { Server } from 'node:http'
import { pino } from 'pino'
import { readDeployment } from '../adapters/chain/deployment.ts'
import { openForwarder } from '../adapters/chain/forwarder.ts'
import { openRpc } from '../adapters/chain/rpc.ts'
import { openGeocoder } from '../adapters/geocoders/open.ts'
import { openPublishedKey } from '../adapters/keys/published.ts'
import { openKeyRing } from '../adapters/keys/ring.ts'
import { openRegistry } from '../adapters/metrics/open.ts'
import { serveMetrics } from '../adapters/metrics/serve.ts'
import { openPhotos } from '../adapters/photos/open.ts'
import { openSender } from '../adapters/push/send.ts'
import { openQueue } from '../adapters/queue/checkout.ts'
import { readKeys } from '../core/auth/token.ts'
import { parseConfig } from '../core/config.ts'
import { logOptions } from '../core/log.ts'
import { sentenceOf } from '../core/sentence.ts'
import { ping } from '../db/client.ts'
import { openClock } from '../db/clock.ts'
import { surviveLostLogins } from '../db/lost-login.ts'
import { requireVaultKeys } from '../db/vault/check.ts'
import { connectWeb } from '../db/web.ts'
import { postgresLimits } from './api/limits/limits.ts'
import { limit } from './auth/limit.ts'
import { openStores } from './auth/stores.ts'
import { startPages } from './http/pages.ts'
import { startWeb } from './http/web.ts'
import { openWebMetrics } from './metrics/web.ts'
import { openPlaces } from './places/open.ts'
import { openCluster } from './realtime/cluster/open.ts'
import { redisLimits } from './redis/limits.ts'
import { openRedis } from './redis/open.ts'

const names = [
  'APP_DATABASE_URL',
  'REDIS_URL',
  'RPC_URL',
  'DEPLOYMENT',
  'PORT',
  'LISTEN_HOST',
  'METRICS_PORT',
  'METRICS_HOST',
  'METRICS_TOKEN',
  'ORIGIN',
  'JWT_KEY',
  'VAULT_KEYS',
  'CHECKOUT_PUBLIC_KEY',
  'VAPID_KEYS',
  'VAPID_SUBJECT',
  'PHOTOS_DIR',
  'PHOTOS_S3_URL',
  'PHOTOS_S3_REGION',
  'PHOTOS_S3_KEY_ID',
  'PHOTOS_S3_SECRET',
  'GEOCODER_URL',
  'GEOCODER_KEY',
  'CHALLENGE_SECONDS',
  'SNPD_DEMO',
  'NODE_ENV',
  'LOG_LEVEL',
] as const

/** Builds every part from the environment and serves; what it returns takes all of it down again. */
async function start(): Promise<() => Promise<void>> {
  const config = parseConfig(process.env, names)
  const { PORT: port, RPC_URL: rpcUrl, APP_DATABASE_URL: appDatabaseUrl } = config
  const development = config.NODE_ENV === 'development'
  const { origin } = new URL(config.ORIGIN)
  const logger = pino(logOptions('web', config.LOG_LEVEL))
  const deployment = readDeployment(config.DEPLOYMENT)
  const keys = await readKeys(config.JWT_KEY, origin)
  const sql = connectWeb(appDatabaseUrl)
  await ping(sql)
  const clock = await openClock(sql)
  const redis = config.REDIS_URL ? await openRedis(config.REDIS_URL) : undefined
  const vault = await openKeyRing(config.VAULT_KEYS)
  await requireVaultKeys(sql, vault)
  const queue = openQueue({ appDatabaseUrl, redisUrl: config.REDIS_URL })
  // A queue that could not be set up stays so: better no start than checkouts that nobody hears of.
  await queue.ready()
  const registry = openRegistry()
  const api = {
    sql,
    redis,
    stores: openStores({ sql, redis }),
    queue,
    keys,
    vault,
    paymentKey: openPublishedKey(config.CHECKOUT_PUBLIC_KEY),
    alerts: openSender({
      vapid: config.VAPID_KEYS,
      subject: config.VAPID_SUBJECT,
      origin,
      loopback: config.SNPD_DEMO === '1',
    }),
    photos: openPhotos(config),
    origin,
    places: await openPlaces({
      sql,
      geocoder: openGeocoder({ url: config.GEOCODER_URL, key: config.GEOCODER_KEY, contact: `(+${origin})` }),
      logger,
    }),
    logger,
    chain: { id: deployment.chain_id, token: deployment.karma, rpcUrl },
    rpc: openRpc(rpcUrl, { timeoutMs: 3000 }),
    forwarder: openForwarder({ rpcUrl, deployment }),
    demo: config.SNPD_DEMO === '1',
    challengeSeconds: config.CHALLENGE_SECONDS,
    now: clock.now,
    // Two of the four threads that Node gives to such work; the others stay free for files and names.
    hashing: limit({ running: 2, waiting: 50 }),
    limits: redis ? redisLimits(redis) : postgresLimits(sql),
    metrics: openWebMetrics(registry),
  }
  const openPages = (server: Server) => startPages(server, { port, development })
  const cluster = openCluster({ appDatabaseUrl, redisUrl: config.REDIS_URL })
  const host = config.LISTEN_HOST
  const stopWeb = await startWeb({ api, port, host, development, cluster, openPages })
  const stopMetrics = await serveMetrics(config, registry)
  logger.info({ port, origin }, 'web ready')
  return async () => {
    await stopMetrics()
    await stopWeb()
    await queue.close()
    redis?.disconnect()
    clock.stop()
    await sql.end({ timeout: 2 })
  }
}

surviveLostLogins(process)
start().then(
  (stop) => {
    const end = () => void stop().finally(() => process.exit(0))
    for (const signal of ['SIGTERM', 'SIGINT', 'disconnect'] as const) process.once(signal, end)
    process.send?.({ ready: true })
  },
  (error: Error) => {
    process.stderr.write(`${sentenceOf(error)}\n`)
    process.exit(1)
  },
)
