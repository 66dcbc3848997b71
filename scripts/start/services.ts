import type { Flags } from './flags.ts'

/** Everything a child may be told; each gets only what it names. Undefined ones are not set. */
export type Values = Partial<
  Record<
    | 'APP_DATABASE_URL'
    | 'INDEXER_DATABASE_URL'
    | 'REDIS_URL'
    | 'RPC_URL'
    | 'WS_URL'
    | 'DEPLOYMENT'
    | 'ORIGIN'
    | 'JWT_KEY'
    | 'VAULT_KEYS'
    | 'CHECKOUT_KEYS'
    | 'CHECKOUT_PUBLIC_KEY'
    | 'VAPID_KEYS'
    | 'VAPID_SUBJECT'
    | 'PHOTOS_DIR'
    | 'PHOTOS_S3_URL'
    | 'PHOTOS_S3_REGION'
    | 'PHOTOS_S3_KEY_ID'
    | 'PHOTOS_S3_SECRET'
    | 'GEOCODER_URL'
    | 'GEOCODER_KEY'
    | 'AWARDER_KEY'
    | 'RELAYER_KEY'
    | 'RAFFLE_KEY'
    | 'ARBITER_KEY'
    | 'BEACON_URL'
    | 'KEEPER_KEY'
    | 'BEACON_KEY'
    | 'BEACON_GENESIS'
    | 'CHALLENGE_SECONDS'
    | 'REVIEW_SECONDS'
    | 'RECONCILE_SECONDS'
    | 'LIVE_SECONDS'
    | 'CHECKOUT_CONTEXTS'
    | 'MONITOR_ORIGINS'
    | 'DRAIN_SECONDS'
    | 'METRICS_PORT'
    | 'METRICS_HOST'
    | 'METRICS_TOKEN'
    | 'SNPD_BROWSER'
    | 'SNPD_CACHE'
    | 'SNPD_DEMO'
    | 'SHOP_LIFE_SECONDS',
    string | undefined
  >
>

export type Service = {
  name: string
  entry: string
  needs: readonly (keyof Values)[]
  /** Lower ranks stop first; the chain and Postgres come after all of these. */
  rank: number
  /** Added to --port, for those that listen. */
  port?: number
  /** Added to METRICS_PORT where that is set; each further worker takes the next one. */
  metrics?: number
  isDemo?: boolean
}

/** Where pictures lie. */
const photos = [
  'PHOTOS_DIR',
  'PHOTOS_S3_URL',
  'PHOTOS_S3_REGION',
  'PHOTOS_S3_KEY_ID',
  'PHOTOS_S3_SECRET',
] as const

/** Who may ask how a process is; its METRICS_PORT follows from what it adds. */
const metrics = ['METRICS_HOST', 'METRICS_TOKEN'] as const

export const services = {
  shop: {
    name: 'shop',
    entry: 'adapters/retailers/corner/main.ts',
    needs: ['SHOP_LIFE_SECONDS'],
    rank: 2,
    port: 1,
    isDemo: true,
  },
  beacon: {
    name: 'beacon',
    entry: 'adapters/beacon/main.ts',
    needs: ['BEACON_KEY', 'BEACON_GENESIS'],
    rank: 2,
    port: 4,
  },
  indexer: {
    name: 'indexer',
    entry: 'indexer/main.ts',
    needs: ['INDEXER_DATABASE_URL', 'RPC_URL', 'WS_URL', 'DEPLOYMENT', ...metrics],
    rank: 2,
    metrics: 1,
  },
  workers: {
    name: 'workers',
    entry: 'workers/main.ts',
    needs: [
      ...(['APP_DATABASE_URL', 'REDIS_URL', 'RPC_URL', 'DEPLOYMENT', 'AWARDER_KEY', 'RELAYER_KEY'] as const),
      ...(['RAFFLE_KEY', 'ARBITER_KEY', 'BEACON_URL', 'KEEPER_KEY', 'VAULT_KEYS', 'CHECKOUT_KEYS'] as const),
      // Alerts lead to pages.
      ...(['VAPID_KEYS', 'VAPID_SUBJECT', 'ORIGIN'] as const),
      ...([
        'CHALLENGE_SECONDS',
        'REVIEW_SECONDS',
        'RECONCILE_SECONDS',
        'LIVE_SECONDS',
        'CHECKOUT_CONTEXTS',
        'MONITOR_ORIGINS',
        'DRAIN_SECONDS',
      ] as const),
      ...(['SNPD_BROWSER', 'SNPD_CACHE', 'SNPD_DEMO'] as const),
      ...photos,
      ...metrics,
    ],
    rank: 1,
    metrics: 2,
  },
  web: {
    name: 'web',
    entry: 'app/server.ts',
    needs: [
      ...(['APP_DATABASE_URL', 'REDIS_URL', 'RPC_URL', 'DEPLOYMENT', 'ORIGIN', 'JWT_KEY'] as const),
      // Never CHECKOUT_KEYS: what browsers sealed for the workers stays sealed here.
      ...(['VAULT_KEYS', 'CHECKOUT_PUBLIC_KEY', 'VAPID_KEYS', 'VAPID_SUBJECT'] as const),
      ...(['CHALLENGE_SECONDS', 'REVIEW_SECONDS', 'SNPD_DEMO'] as const),
      ...photos,
      ...(['GEOCODER_URL', 'GEOCODER_KEY'] as const),
      ...metrics,
    ],
    rank: 0,
    port: 0,
    metrics: 0,
  },
  neighbour: {
    name: 'neighbour',
    entry: 'scripts/demo/neighbour.ts',
    needs: ['ORIGIN'],
    rank: 0,
    isDemo: true,
  },
} as const satisfies Record<string, Service>

/** One queue, any number of workers: the first is `workers`, the others are numbered. Pure. */
export function workersOf(count: number): Service[] {
  const { workers } = services
  return Array.from({ length: count }, (_, index) => ({
    ...workers,
    name: index === 0 ? workers.name : `${workers.name}-${index + 1}`,
    metrics: workers.metrics + index,
  }))
}

/** What one service is told of the values. Pure. */
export function environmentOf(service: Service, values: Values, { port }: Pick<Flags, 'port'>) {
  const told = Object.fromEntries(service.needs.map((name) => [name, values[name]]))
  const { METRICS_PORT: first } = values
  const asked =
    first === undefined || service.metrics === undefined ? undefined : Number(first) + service.metrics
  return {
    ...told,
    ...(service.port !== undefined && { PORT: String(port + service.port) }),
    ...(asked !== undefined && { METRICS_PORT: String(asked) }),
  }
}
