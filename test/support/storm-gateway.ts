import { openForwarder } from '../../adapters/chain/forwarder.ts'
import { openRpc } from '../../adapters/chain/rpc.ts'
import { openPublishedKey } from '../../adapters/keys/published.ts'
import { openKeyRing } from '../../adapters/keys/ring.ts'
import { openDiskPhotos } from '../../adapters/photos/disk.ts'
import { openQueue } from '../../adapters/queue/checkout.ts'
import { postgresLimits } from '../../app/api/limits/limits.ts'
import { limit } from '../../app/auth/limit.ts'
import { openStores } from '../../app/auth/stores.ts'
import { startWeb } from '../../app/http/web.ts'
import { openPlaces } from '../../app/places/open.ts'
import { openCluster } from '../../app/realtime/cluster/open.ts'
import { openRedis } from '../../app/redis/open.ts'
import { readKeys } from '../../core/auth/token.ts'
import { ping } from '../../db/client.ts'
import { openClock } from '../../db/clock.ts'
import { surviveLostLogins } from '../../db/lost-login.ts'
import { connectWeb } from '../../db/web.ts'
import { newTokenKey } from '../../scripts/bench/auth/ground.ts'
import { noContracts } from './forwarder.ts'

// A web process as app/server.ts, without pages and without a chain: what a storm's sockets are connected to.

const {
  APP_DATABASE_URL = '',
  REDIS_URL,
  VAULT_KEYS = '',
  CHECKOUT_PUBLIC_KEY = '',
  PORT = '0',
  ORIGIN,
  JWT_KEY,
} = process.env
const [port, rpcUrl] = [Number(PORT), 'http://127.0.0.1:9']
const origin = ORIGIN ?? `http://localhost:${port}`
const pem = JWT_KEY ?? newTokenKey()
const warn = (...said: unknown[]) => void process.stderr.write(`${JSON.stringify(said)}\n`)

surviveLostLogins(process)
const sql = connectWeb(APP_DATABASE_URL)
await ping(sql)
const clock = await openClock(sql)
const redis = REDIS_URL ? await openRedis(REDIS_URL) : undefined
const logger = { debug: () => undefined, info: () => undefined, warn, error: warn }
const stop = await startWeb({
  port,
  development: false,
  cluster: openCluster({ appDatabaseUrl: APP_DATABASE_URL, redisUrl: REDIS_URL }),
  api: {
    ...{ sql, redis, origin, demo: true, challengeSeconds: 3, now: clock.now },
    stores: openStores({ sql, redis }),
    queue: openQueue({ appDatabaseUrl: APP_DATABASE_URL }),
    keys: await readKeys(pem, origin),
    vault: await openKeyRing(VAULT_KEYS),
    paymentKey: openPublishedKey(CHECKOUT_PUBLIC_KEY),
    // Nobody asks it for a test alert.
    alerts: { send: async () => ({ kind: 'sent' }), publicKey: () => '' },
    photos: openDiskPhotos('photos'),
    logger,
    places: await openPlaces({ sql, geocoder: undefined, logger }),
    chain: { id: 31_337, token: `0x${'00'.repeat(19)}aa`, rpcUrl },
    rpc: openRpc(rpcUrl),
    forwarder: openForwarder({ rpcUrl, deployment: noContracts }),
    hashing: limit({ running: 2, waiting: 50 }),
    limits: postgresLimits(sql),
  },
})
process.on('SIGTERM', () => void stop().then(() => process.exit(0)))
process.send?.({ ready: true })
