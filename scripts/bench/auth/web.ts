import { openForwarder } from '../../../adapters/chain/forwarder.ts'
import { openRpc } from '../../../adapters/chain/rpc.ts'
import { openPublishedKey } from '../../../adapters/keys/published.ts'
import { openKeyRing } from '../../../adapters/keys/ring.ts'
import { openDiskPhotos } from '../../../adapters/photos/disk.ts'
import { openSender } from '../../../adapters/push/send.ts'
import { openQueue } from '../../../adapters/queue/checkout.ts'
import { postgresLimits } from '../../../app/api/limits/limits.ts'
import { limit } from '../../../app/auth/limit.ts'
import { openStores } from '../../../app/auth/stores.ts'
import { startWeb } from '../../../app/http/web.ts'
import { openPlaces } from '../../../app/places/open.ts'
import { openCluster } from '../../../app/realtime/cluster/open.ts'
import { redisLimits } from '../../../app/redis/limits.ts'
import { openRedis } from '../../../app/redis/open.ts'
import { readKeys } from '../../../core/auth/token.ts'
import { parseConfig } from '../../../core/config.ts'
import { surviveLostLogins } from '../../../db/lost-login.ts'
import { connectWeb } from '../../../db/web.ts'
import { noContracts } from '../../../test/support/forwarder.ts'

const nothing = () => undefined
const quiet = { debug: nothing, info: nothing, warn: nothing, error: nothing }
const names = [
  'APP_DATABASE_URL',
  'REDIS_URL',
  'PORT',
  'JWT_KEY',
  'VAULT_KEYS',
  'CHECKOUT_PUBLIC_KEY',
  'VAPID_KEYS',
] as const

/** The web side as app/server.ts builds it, without pages and chain: a process of its own, so that load is another's. */
async function start(): Promise<void> {
  const config = parseConfig(process.env, names)
  const { PORT: port, REDIS_URL: redisUrl, APP_DATABASE_URL: appDatabaseUrl } = config
  const origin = `http://localhost:${port}`
  const sql = connectWeb(appDatabaseUrl)
  const redis = redisUrl ? await openRedis(redisUrl) : undefined
  const rpcUrl = 'http://127.0.0.1:9'
  const api = {
    sql,
    redis,
    stores: openStores({ sql, redis }),
    queue: openQueue({ appDatabaseUrl, redisUrl }),
    keys: await readKeys(config.JWT_KEY, origin),
    vault: await openKeyRing(config.VAULT_KEYS),
    paymentKey: openPublishedKey(config.CHECKOUT_PUBLIC_KEY),
    alerts: openSender({
      vapid: config.VAPID_KEYS,
      subject: 'mailto:bench@snpd.example',
      origin,
      loopback: true,
    }),
    origin,
    places: await openPlaces({ sql, geocoder: undefined, logger: quiet }),
    logger: quiet,
    chain: { id: 31_337, token: `0x${'aa'.repeat(20)}` as const, rpcUrl },
    rpc: openRpc(rpcUrl),
    forwarder: openForwarder({ rpcUrl, deployment: noContracts }),
    // Nobody sends a picture.
    photos: openDiskPhotos('photos'),
    demo: false,
    challengeSeconds: 1,
    now: () => new Date(),
    hashing: limit({ running: 2, waiting: 50 }),
    limits: redis ? redisLimits(redis) : postgresLimits(sql),
  }
  const stop = await startWeb({
    api,
    port,
    development: false,
    cluster: openCluster({ appDatabaseUrl, redisUrl }),
  })
  // Not killed: what measures its processor is written at its end.
  process.once('SIGTERM', () => void stop().then(() => process.exit(0)))
  process.send?.({ ready: true })
}

surviveLostLogins(process)
await start()
