import { z } from 'zod'
import { quicknetUrls } from './beacon/network.ts'
import { Final } from './errors.ts'
import { LOCAL_BEACON_GENESIS } from './networks.ts'
import { isLoopbackHost } from './url/host.ts'

const url = (...schemes: string[]) =>
  z
    .string()
    .refine(
      (value) => URL.canParse(value) && schemes.includes(new URL(value).protocol),
      `a URL starting with ${schemes.join(' or ')}//`,
    )
const database = url('postgres:', 'postgresql:')
const digits = z.string().regex(/^0x[0-9a-fA-F]{64}$/, '0x and 64 hex digits')
/** Of secp256k1: accounts' keys are below it. */
const GROUP_ORDER = 0xfffffffffffffffffffffffffffffffebaaedce6af48a03bbfd25e8cd0364141n
const isAccountKey = (value: string) => BigInt(value) > 0n && BigInt(value) < GROUP_ORDER
/** What browsers call a secure context: there alone are __Host- cookies kept and is there WebCrypto to seal a card with. */
function isSecureOrigin(value: string): boolean {
  const { protocol, hostname } = new URL(value)
  return protocol === 'https:' || isLoopbackHost(hostname)
}
const key = z
  .string()
  .refine(
    (value) => digits.safeParse(value).success && isAccountKey(value),
    'the private key of an account: 0x and 64 hex digits',
  )
const account = z
  .string()
  .regex(/^0x[0-9a-fA-F]{40}$/, 'an address: 0x and 40 hex digits')
  .optional()
const urls = z
  .string()
  .transform((value) => value.split(',').map((part) => part.trim().replace(/\/+$/, '')))
  .pipe(z.array(url('http:', 'https:')))
const port = z.coerce.number().int().min(1).max(65535)
const hostName = z.string().regex(/^[\w.:-]+$/, 'a host name or an address')

/** One variable per fact; every entry point parses the whole of its own list, once. */
const variables = {
  DATABASE_URL: database,
  APP_DATABASE_URL: database,
  INDEXER_DATABASE_URL: database,
  REDIS_URL: url('redis:', 'rediss:').optional(),
  RPC_URL: url('http:', 'https:'),
  /** Where the same node announces new blocks: the indexer then waits for them instead of polling five times a second. */
  WS_URL: url('ws:', 'wss:').optional(),
  /** Path of the deployment file written by scripts/deploy. */
  DEPLOYMENT: z.string().min(1),
  PORT: port,
  /** Address that the web server listens on. Any other than loopback is for a proxy in front, whose X-Forwarded-For is believed. */
  LISTEN_HOST: hostName.default('127.0.0.1'),
  /** Where a process tells Prometheus how it is (/metrics), and that it lives (/healthz); not set: it does not. */
  METRICS_PORT: port.optional(),
  METRICS_HOST: hostName.default('127.0.0.1'),
  /** What a scraper says as its Bearer token; wanted wherever METRICS_HOST is not loopback. */
  METRICS_TOKEN: z.string().min(16, '16 characters or more').optional(),
  /** Public origin of the web app, the SIWE domain and the CSRF origin: http://localhost:3000 */
  ORIGIN: url('http:', 'https:')
    .refine(
      (value) => new URL(value).origin === value,
      'an origin alone, without a path or a slash at its end',
    )
    .refine(isSecureOrigin, 'https, except on this machine alone (localhost)'),
  /** Ed25519 private key, PKCS#8 PEM. */
  JWT_KEY: z.string().includes('PRIVATE KEY'),
  /** Key-encryption keys of the vault: the path of vault.json as `npm run keys` writes it, or its JSON. */
  VAULT_KEYS: z.string().min(1),
  /** What browsers seal payment details to, likewise (checkout.public.json). */
  CHECKOUT_PUBLIC_KEY: z.string().min(1),
  /** What opens them, likewise (checkout.json): for the workers alone. */
  CHECKOUT_KEYS: z.string().min(1),
  /** The key pair by which push services know us: the path of vapid.json, or its JSON. */
  VAPID_KEYS: z.string().min(1),
  /** Whom a push service may write to about us: mailto:ops@example.org, or a https URL. */
  VAPID_SUBJECT: url('mailto:', 'https:').default('mailto:nobody@snpd.example'),
  /** Folder of members' pictures, which all web processes and workers see; unless PHOTOS_S3_URL is set. */
  PHOTOS_DIR: z.string().min(1).default('photos'),
  /** A bucket for them, of S3 or what speaks its language, path-style: https://s3.eu-central-1.example/bucket */
  PHOTOS_S3_URL: url('http:', 'https:').optional(),
  PHOTOS_S3_REGION: z.string().min(1).default('us-east-1'),
  PHOTOS_S3_KEY_ID: z.string().min(1).optional(),
  PHOTOS_S3_SECRET: z.string().min(1).optional(),
  /** Base URL of a Nominatim server that knows addresses; with GEOCODER_KEY of one that speaks as Google's Geocoding API. */
  GEOCODER_URL: url('http:', 'https:').optional(),
  /** Key of Google's Geocoding API, which is asked then. */
  GEOCODER_KEY: z.string().min(1).optional(),
  AWARDER_KEY: key,
  /** Pays for members' calls; for the workers alone, and nobody else's account. */
  RELAYER_KEY: key,
  /** Opens, draws and settles raffles; for the workers alone, and nobody else's account. Opening asks for RAFFLE_OPERATOR. Without it others have to. */
  RAFFLE_KEY: key.optional(),
  /** Pays for carrying out what votes decided; for the workers alone, and nobody else's account. Without it others have to. */
  KEEPER_KEY: key.optional(),
  /** Carries juries' verdicts to TradeEscrow; for the workers alone, and nobody else's account. Needs ARBITER. Without it others have to. */
  ARBITER_KEY: key.optional(),
  /** Pays for the contracts; only scripts/deploy reads it. */
  DEPLOYER_KEY: key,
  /** JSON file of settings (core/networks.ts) for a chain that SNPD does not know. */
  CHAIN_SETTINGS: z.string().min(1).optional(),
  /** Who holds these roles on chain; the deployer by default. */
  ADMIN_ADDRESS: account,
  RAFFLE_OPERATOR_ADDRESS: account,
  ARBITER_ADDRESS: account,
  GUARDIAN_ADDRESS: account,
  /** Where the drand beacon's rounds are served: one or more base URLs with commas between, tried in turn. */
  BEACON_URL: urls.default([...quicknetUrls]),
  /** Test key of the local beacon, for adapters/beacon to sign with and scripts/deploy to make its public key known. */
  BEACON_KEY: digits.refine((value) => /[1-9a-f]/i.test(value.slice(2)), 'a number above zero'),
  /** Unix seconds of the local beacon's round 1. */
  BEACON_GENESIS: z.coerce.number().int().min(0).default(LOCAL_BEACON_GENESIS),
  /** Seconds between an act's confirmation and its award being due. */
  CHALLENGE_SECONDS: z.coerce.number().int().min(0).default(86_400),
  /** Seconds a worker waits on the review page for the member. */
  REVIEW_SECONDS: z.coerce.number().int().min(1).default(600),
  /** Seconds a worker keeps a page open for a member who has to take over; 0: not at all. */
  LIVE_SECONDS: z.coerce.number().int().min(0).default(600),
  /** Host name or address by which the web processes reach this worker's machine, for members to see its pages. */
  LIVE_HOST: hostName.default('127.0.0.1'),
  /** How long after the click the shop's order lookup must still say "none" before SNPD believes it. Seconds. */
  /** Proxies before shops give up after a minute: what they cut off may still be booked until then. */
  RECONCILE_SECONDS: z.coerce.number().int().min(1).default(90),
  /** Checkouts that one worker process works on at once: each has a browser page, which waits while its member reads. */
  CHECKOUT_CONTEXTS: z.coerce.number().int().min(1).max(64).default(4),
  /** Shops that one worker process watches at once, one request at a time at each; 0: none. */
  MONITOR_ORIGINS: z.coerce.number().int().min(0).max(256).default(8),
  /** How long a worker that is asked to stop waits for orders that are being placed, before others look them up. Seconds. */
  DRAIN_SECONDS: z.coerce.number().min(0).max(600).default(8),
  /** A misfortune for the simulated shop to act out; tests only. */
  SHOP_FAULT: z
    .enum(['none', '502-after-commit', 'sold-out-at-review', 'slow-commit', 'challenge', 'listed-late'])
    .default('none'),
  /** How often a size comes in or sells out at the simulated shop by itself; 0: never. `npm start` says so in the demo. */
  SHOP_LIFE_SECONDS: z.coerce.number().min(0).max(86_400).default(0),
  /** A card's security code, for one run of `npm run checkout`. */
  SNPD_CVC: z
    .string()
    .regex(/^\d{3,4}$/, '3 or 4 digits')
    .optional(),
  SNPD_BROWSER: z.string().min(1).optional(),
  /** Folder for unpacked browsers and other rebuildable things. */
  SNPD_CACHE: z.string().min(1).default('.cache'),
  /** "1": the local demo; burner wallets are offered, loopback shops may be visited. */
  SNPD_DEMO: z.enum(['0', '1']).default('0'),
  NODE_ENV: z.enum(['production', 'development', 'test']).default('production'),
  LOG_LEVEL: z.enum(['debug', 'info', 'warn', 'error', 'silent']).default('info'),
} as const

type Variables = typeof variables
export type Config<Name extends keyof Variables> = { [K in Name]: z.infer<Variables[K]> }

/**
 * The named variables, checked. Pure.
 * @throws Final `config.invalid`, one line per variable that is missing or wrong; values are never quoted (they may be secrets)
 */
export function parseConfig<Name extends keyof Variables>(
  environment: Record<string, string | undefined>,
  names: readonly Name[],
): Config<Name> {
  const shape = z.object(Object.fromEntries(names.map((name) => [name, variables[name]])))
  const present = Object.fromEntries(names.map((name) => [name, environment[name] || undefined]))
  const parsed = shape.safeParse(present)
  if (parsed.success) return parsed.data as Config<Name>
  const problems = parsed.error.issues.map(({ path, message }) =>
    present[String(path[0])] === undefined
      ? `${String(path[0])} is missing`
      : `${String(path[0])} must be ${message}`,
  )
  throw new Final({
    code: 'config.invalid',
    message: `The environment is not usable: ${[...new Set(problems)].join('; ')}.`,
    fix: 'Set the variables named above; README.md lists them all.',
  })
}
