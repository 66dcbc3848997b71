import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { LOCAL_BEACON_GENESIS, LOCAL_CHAIN } from '../../core/networks.ts'
import { requirePort } from '../engines/ports.ts'
import { locateBrowser } from './browser.ts'
import { localChain, openContracts, ownChain } from './chain.ts'
import { startNode } from './child.ts'
import { keepClock } from './clock.ts'
import type { Crew } from './crew.ts'
import { embeddedDatabase, hasOwnDatabase, ownDatabase, runMigrations } from './database.ts'
import { seedDemo } from './demo.ts'
import { type Environment, publicPart } from './environment.ts'
import type { Flags } from './flags.ts'
import type { DataFolder } from './folder.ts'
import { buildPages } from './pages.ts'
import { openPayer } from './payer.ts'
import { pingRedis } from './redis.ts'
import { openKeys, openSecrets, type Secrets } from './secrets.ts'
import { environmentOf, type Service, services, type Values, workersOf } from './services.ts'
import type { Stages } from './stages.ts'

export type Mode = 'production' | 'development'
export type BootOptions = {
  flags: Flags
  environment: Environment
  folder: DataFolder
  crew: Crew
  stages: Stages
  mode: Mode
}
/** Unpacked browsers: of the checkout, shared by every data folder. */
const cacheOf = (environment: Environment) =>
  environment.SNPD_CACHE ?? fileURLToPath(new URL('../../.cache', import.meta.url))

/** Servers of the user's own, asked before anything of ours starts: a wrong URL costs a second. */
async function ownEngines({ environment, stages }: BootOptions, secrets: Secrets) {
  const { REDIS_URL, RPC_URL } = environment
  const [database, chain] = await Promise.all([
    hasOwnDatabase(environment) ? stages.run('Postgres', () => ownDatabase(environment, secrets)) : undefined,
    RPC_URL ? stages.run('chain', () => ownChain(RPC_URL)) : undefined,
    REDIS_URL ? stages.run('Redis', () => pingRedis(REDIS_URL)) : undefined,
  ])
  return { database, chain }
}

type Own = Awaited<ReturnType<typeof ownEngines>>

async function database({ folder, flags, crew, stages }: BootOptions, secrets: Secrets, own: Own) {
  const options = { secrets, folder: folder.path, port: flags.port + 3, crew }
  const opened = own.database ?? (await stages.run('Postgres', () => embeddedDatabase(options)))
  await stages.run('migrations', () => runMigrations(opened))
  return opened
}

async function chain(options: BootOptions, secrets: Secrets, own: Own) {
  const { environment, flags, crew, stages } = options
  const folder = options.folder.path
  const port = flags.port + 2
  const opened = own.chain ?? (await stages.run('chain', () => localChain({ folder, port, crew })))
  const contracts = await stages.run('contracts', () =>
    openContracts({ environment, secrets, folder, chain: opened }),
  )
  // For as long as this process lives.
  if (opened.isOurs) void keepClock({ rpcUrl: opened.rpcUrl, stop: new AbortController().signal })
  const given = { environment, secrets, chain: opened }
  const relayer = await stages.run('relayer', () => openPayer('relayer', given))
  const raffler = await stages.run('raffles', () => openPayer('raffler', given))
  const keeper = await stages.run('keeper', () => openPayer('keeper', given))
  const arbiter = await stages.run('arbiter', () => openPayer('arbiter', given))
  return { ...opened, contracts, relayer, raffler, keeper, arbiter }
}

/** What waits for nothing else: engines, browser and pages, side by side. */
async function engines(options: BootOptions, secrets: Secrets) {
  const { environment, folder, stages, mode } = options
  const own = await ownEngines(options, secrets)
  const [opened, local] = await Promise.all([
    database(options, secrets, own),
    chain(options, secrets, own),
    stages.run('browser', () => locateBrowser(environment.SNPD_BROWSER, cacheOf(environment))),
    mode === 'production' ? stages.run('pages', () => buildPages(join(folder.path, 'logs'))) : undefined,
  ])
  return { database: opened, chain: local }
}

type Engines = Awaited<ReturnType<typeof engines>>

function valuesOf({ flags, environment, folder }: BootOptions, secrets: Secrets, found: Engines): Values {
  const isDemo = found.chain.id === LOCAL_CHAIN && flags.demo
  const seconds = environment.CHALLENGE_SECONDS ?? (isDemo ? 3 : undefined)
  return {
    APP_DATABASE_URL: found.database.appUrl,
    INDEXER_DATABASE_URL: found.database.indexerUrl,
    REDIS_URL: environment.REDIS_URL,
    RPC_URL: found.chain.rpcUrl,
    // anvil announces its blocks on the port that answers.
    WS_URL: found.chain.isOurs ? found.chain.rpcUrl.replace('http:', 'ws:') : environment.WS_URL,
    DEPLOYMENT: found.chain.contracts.file,
    VAPID_SUBJECT: environment.VAPID_SUBJECT,
    PHOTOS_DIR: environment.PHOTOS_DIR ?? join(folder.path, 'photos'),
    PHOTOS_S3_URL: environment.PHOTOS_S3_URL,
    PHOTOS_S3_REGION: environment.PHOTOS_S3_REGION,
    PHOTOS_S3_KEY_ID: environment.PHOTOS_S3_KEY_ID,
    PHOTOS_S3_SECRET: environment.PHOTOS_S3_SECRET,
    GEOCODER_URL: environment.GEOCODER_URL,
    GEOCODER_KEY: environment.GEOCODER_KEY,
    AWARDER_KEY: found.chain.contracts.awarderKey,
    RELAYER_KEY: found.chain.relayer.key,
    RAFFLE_KEY: found.chain.raffler.key,
    ARBITER_KEY: found.chain.arbiter.key,
    // Of a beacon of our own the port is known; every other chain obeys drand's, unless told otherwise.
    BEACON_URL: found.chain.contracts.beaconKey
      ? `http://127.0.0.1:${flags.port + 4}`
      : environment.BEACON_URL?.join(),
    KEEPER_KEY: found.chain.keeper.key,
    BEACON_KEY: found.chain.contracts.beaconKey,
    BEACON_GENESIS: String(LOCAL_BEACON_GENESIS),
    ORIGIN: environment.ORIGIN ?? `http://localhost:${flags.port}`,
    JWT_KEY: environment.JWT_KEY ?? secrets.jwt_key,
    CHALLENGE_SECONDS: seconds?.toString(),
    REVIEW_SECONDS: environment.REVIEW_SECONDS?.toString(),
    RECONCILE_SECONDS: environment.RECONCILE_SECONDS?.toString(),
    LIVE_SECONDS: environment.LIVE_SECONDS?.toString(),
    CHECKOUT_CONTEXTS: environment.CHECKOUT_CONTEXTS?.toString(),
    MONITOR_ORIGINS: environment.MONITOR_ORIGINS?.toString(),
    // Less than a stop of this crew waits for them (signal.ts).
    DRAIN_SECONDS: '1.5',
    METRICS_PORT: environment.METRICS_PORT?.toString(),
    METRICS_HOST: environment.METRICS_HOST,
    METRICS_TOKEN: environment.METRICS_TOKEN,
    SNPD_BROWSER: environment.SNPD_BROWSER,
    SNPD_CACHE: cacheOf(environment),
    SNPD_DEMO: isDemo ? '1' : '0',
    // As the neighbour does, it makes a demo of one person alive.
    SHOP_LIFE_SECONDS: flags.neighbour ? '40' : undefined,
  }
}

function starter({ flags, environment, folder, crew, stages, mode }: BootOptions, values: Values) {
  const base = {
    ...publicPart(process.env),
    NODE_ENV: mode,
    LOG_LEVEL: environment.LOG_LEVEL,
    NEXT_TELEMETRY_DISABLED: '1',
  }
  return (service: Service) =>
    stages.run(service.name, async () => {
      const { name, entry, rank } = service
      const env = { ...base, ...environmentOf(service, values, flags) }
      await crew.start({
        name,
        rank,
        start: () => startNode({ name, entry, env, logs: join(folder.path, 'logs') }),
      })
      return { detail: service.port === undefined ? 'runs' : `at 127.0.0.1:${flags.port + service.port}` }
    })
}

/**
 * Brings everything up, side by side where nothing depends on another.
 * @returns the origin members open
 * @throws whatever a stage throws first; the rest may still be starting
 */
export async function boot(options: BootOptions): Promise<string> {
  const { flags, environment, folder, stages } = options
  await requirePort(flags.port, 'web')
  if (flags.demo) await requirePort(flags.port + 1, 'shop')
  if (!environment.RPC_URL) await requirePort(flags.port + 4, 'beacon')
  const secrets = openSecrets(folder.path)
  const keys = await openKeys(folder.path, environment)
  const found = await engines(options, secrets)
  const values = { ...valuesOf(options, secrets, found), ...keys }
  const start = starter(options, values)
  const isDemo = values.SNPD_DEMO === '1'
  const shopUrl = `http://localhost:${flags.port + 1}`
  const seeded = isDemo
    ? stages.run('demo data', () => seedDemo(found.database.appUrl, shopUrl))
    : Promise.resolve()
  await Promise.all([
    start(services.indexer),
    values.BEACON_KEY ? start(services.beacon) : undefined,
    isDemo ? start(services.shop) : undefined,
    seeded.then(() => Promise.all([...workersOf(flags.workers), services.web].map(start))),
  ])
  if (isDemo && flags.neighbour) await start(services.neighbour)
  return values.ORIGIN ?? ''
}
