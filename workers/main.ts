import { pino } from 'pino'
import { keepBrowser } from '../adapters/browser/launch.ts'
import { readDeployment } from '../adapters/chain/deployment.ts'
import { openCheckoutKeys } from '../adapters/keys/checkout.ts'
import { openKeyRing } from '../adapters/keys/ring.ts'
import { openPhotos } from '../adapters/photos/open.ts'
import { openSender } from '../adapters/push/send.ts'
import { openQueue } from '../adapters/queue/checkout.ts'
import { shopAdapter } from '../adapters/retailers/sites.ts'
import { type Config, parseConfig } from '../core/config.ts'
import { Final } from '../core/errors.ts'
import { type Logger, logOptions } from '../core/log.ts'
import { sentenceOf } from '../core/sentence.ts'
import type { Hex } from '../core/typed-data/domain.ts'
import { connect, ping, type Sql } from '../db/client.ts'
import { openClock } from '../db/clock.ts'
import { surviveLostLogins } from '../db/lost-login.ts'
import { requireVaultKeys } from '../db/vault/check.ts'
import { startCheckout } from './checkout/start.ts'
import { startTidying } from './checkout/tidy.ts'
import { startDraw } from './draw/start.ts'
import { startForgetting } from './forget/start.ts'
import { startForms } from './forms/start.ts'
import { startHeartbeat } from './heartbeat.ts'
import { startKeeper } from './keeper/start.ts'
import { startMetrics } from './metrics/start.ts'
import { startMonitor } from './monitor/start.ts'
import { startNotify } from './notify/start.ts'
import { startRelay } from './relay/start.ts'
import { startSettle } from './settle/start.ts'
import { openOriginGate } from './shops/gate.ts'
import { startStandings } from './standings/start.ts'
import { startTrades } from './trade/start.ts'

const names = [
  ...(['APP_DATABASE_URL', 'REDIS_URL', 'RPC_URL', 'DEPLOYMENT', 'AWARDER_KEY', 'RELAYER_KEY'] as const),
  ...(['RAFFLE_KEY', 'ARBITER_KEY', 'BEACON_URL', 'KEEPER_KEY', 'VAULT_KEYS', 'CHECKOUT_KEYS'] as const),
  ...(['VAPID_KEYS', 'VAPID_SUBJECT', 'ORIGIN'] as const),
  ...([
    'CHALLENGE_SECONDS',
    'REVIEW_SECONDS',
    'RECONCILE_SECONDS',
    'LIVE_SECONDS',
    'LIVE_HOST',
    'CHECKOUT_CONTEXTS',
    'MONITOR_ORIGINS',
    'DRAIN_SECONDS',
    'METRICS_PORT',
    'METRICS_HOST',
    'METRICS_TOKEN',
    'PHOTOS_DIR',
    'PHOTOS_S3_URL',
    'PHOTOS_S3_REGION',
    'PHOTOS_S3_KEY_ID',
    'PHOTOS_S3_SECRET',
    'SNPD_BROWSER',
    'SNPD_CACHE',
    'SNPD_DEMO',
    'LOG_LEVEL',
  ] as const),
] as const
type Settings = Config<(typeof names)[number]>

/** What a stop may take when its orders have been given back: then it ends where it stands. */
const LAST_WORDS_MS = 2_000

/**
 * Those that send transactions, each from an account of its own: two that shared one would take each other's nonces.
 * @throws Final `config.invalid`
 */
function startSenders(config: Settings, shared: { sql: Sql; logger: Logger }) {
  const [awarderKey, relayerKey] = [config.AWARDER_KEY as Hex, config.RELAYER_KEY as Hex]
  const operatorKey = config.RAFFLE_KEY as Hex | undefined
  const [keeperKey, arbiterKey] = [
    config.KEEPER_KEY as Hex | undefined,
    config.ARBITER_KEY as Hex | undefined,
  ]
  const all = [awarderKey, relayerKey, operatorKey, arbiterKey, keeperKey]
  const keys = all.flatMap((key) => key?.toLowerCase() ?? [])
  if (new Set(keys).size < keys.length)
    throw new Final({
      code: 'config.invalid',
      message:
        'Two of AWARDER_KEY, RELAYER_KEY, RAFFLE_KEY, ARBITER_KEY and KEEPER_KEY are the same account.',
      fix: "Give each an account of its own, with some of the chain's currency; the relayer's and the keeper's have no role.",
    })
  const options = { ...shared, rpcUrl: config.RPC_URL, deployment: readDeployment(config.DEPLOYMENT) }
  const beaconUrls = config.BEACON_URL
  const raffles = operatorKey ? [startDraw({ ...options, operatorKey, beaconUrls })] : []
  const keeping = keeperKey ? [startKeeper({ ...options, keeperKey })] : []
  const senders = [
    startSettle({ ...options, awarderKey }),
    startRelay({ ...options, relayerKey }),
    ...raffles,
    startTrades({ ...options, arbiterKey, beaconUrls, challengeSeconds: config.CHALLENGE_SECONDS }),
    ...keeping,
  ]
  return { stop: () => Promise.all(senders.map((sender) => sender.stop())) }
}

/** The monitor, on connections of its own: a checkout never waits for one of its looks. */
function startWatching(config: Settings, { now, logger }: { now: () => Date; logger: Logger }) {
  const sql = connect(config.APP_DATABASE_URL, { name: 'monitor', max: 4 })
  const guard = { loopback: config.SNPD_DEMO === '1' }
  const monitor = startMonitor({
    ...{ sql, now, gate: openOriginGate(sql), logger, guard, origins: config.MONITOR_ORIGINS },
  })
  const stop = async () => {
    await monitor.stop()
    await sql.end({ timeout: 2 })
  }
  return { stop }
}

const senderOf = (config: Settings) =>
  openSender({
    ...{ vapid: config.VAPID_KEYS, subject: config.VAPID_SUBJECT, origin: config.ORIGIN },
    loopback: config.SNPD_DEMO === '1',
  })

/** Every part of this process, started; stops in the opposite order. */
async function start(config: Settings) {
  const logger = pino(logOptions('workers', config.LOG_LEVEL))
  const sql = connect(config.APP_DATABASE_URL, { name: 'workers', max: 12 })
  await ping(sql)
  const clock = await openClock(sql)
  const vault = await openKeyRing(config.VAULT_KEYS)
  await requireVaultKeys(sql, vault)
  const opening = openCheckoutKeys(config.CHECKOUT_KEYS)
  const engine = { appDatabaseUrl: config.APP_DATABASE_URL, redisUrl: config.REDIS_URL }
  const queue = openQueue(engine)
  const keeper = keepBrowser({
    configured: config.SNPD_BROWSER,
    cache: config.SNPD_CACHE,
    path: process.env.PATH,
    env: process.env,
  })
  // Unpacking and launching take a second; a member should not wait for it. Failing here fails again at the first job.
  keeper.get().catch((error: unknown) => logger.warn({ error: String(error) }, 'no browser yet'))
  const settings = {
    reviewSeconds: config.REVIEW_SECONDS,
    reconcileSeconds: config.RECONCILE_SECONDS,
    liveSeconds: config.LIVE_SECONDS,
    allowLoopback: config.SNPD_DEMO === '1',
  }
  const shared = { sql, vault, logger, keeper, queue }
  const checkout = await startCheckout({
    ...shared,
    opening,
    engine,
    settings,
    liveHost: config.LIVE_HOST,
    adapter: shopAdapter,
    gate: openOriginGate(sql),
    contexts: config.CHECKOUT_CONTEXTS,
    drainMs: config.DRAIN_SECONDS * 1000,
  })
  const notify = startNotify({ sql, ring: vault, logger, send: senderOf(config).send })
  const senders = startSenders(config, { sql, logger })
  const tidying = startTidying({ sql, vault, opening, logger })
  const standings = startStandings({ sql, logger })
  const watching = startWatching(config, { now: clock.now, logger })
  const { allowLoopback, reconcileSeconds } = settings
  const forms = startForms({
    sql,
    vault,
    logger,
    keeper,
    gate: openOriginGate(sql),
    allowLoopback,
    reconcileSeconds,
  })
  const forgetting = startForgetting({ sql, logger, photos: openPhotos(config) })
  const heartbeat = startHeartbeat({ ...shared, pool: checkout, contexts: config.CHECKOUT_CONTEXTS })
  const metrics = await startMetrics(config)
  return async () => {
    heartbeat.stop()
    clock.stop()
    const parts = [checkout, senders, tidying, standings, notify, watching, forms, forgetting, metrics]
    await Promise.all(parts.map((part) => part.stop()))
    await queue.close()
    await sql.end({ timeout: 2 })
  }
}

async function main(): Promise<void> {
  surviveLostLogins(process)
  const config = parseConfig(process.env, names)
  const stop = await start(config)
  let stopping = false
  const shutDown = () => {
    if (stopping) return
    stopping = true
    // What is still behind the fence is reconciled by the next worker; nothing is clicked twice.
    setTimeout(() => process.exit(1), config.DRAIN_SECONDS * 1000 + LAST_WORDS_MS).unref()
    void stop().then(
      () => process.exit(0),
      () => process.exit(1),
    )
  }
  process.on('SIGTERM', shutDown)
  process.on('SIGINT', shutDown)
  process.on('disconnect', shutDown)
  process.send?.({ ready: true })
}

await main().catch((error: Error) => {
  process.stderr.write(`${sentenceOf(error)}\n`)
  process.exit(1)
})
