import { type Config, parseConfig } from '../../core/config.ts'
import { personVariables } from '../deploy/roles.ts'

/** What a person may set for `npm start`; everything else is decided here. README.md lists them. */
const names = [
  'DATABASE_URL',
  'APP_DATABASE_URL',
  'INDEXER_DATABASE_URL',
  'REDIS_URL',
  'RPC_URL',
  'WS_URL',
  'DEPLOYMENT',
  'DEPLOYER_KEY',
  'AWARDER_KEY',
  'RELAYER_KEY',
  'RAFFLE_KEY',
  'ARBITER_KEY',
  'KEEPER_KEY',
  'BEACON_KEY',
  'BEACON_URL',
  'CHAIN_SETTINGS',
  ...personVariables,
  'ORIGIN',
  'JWT_KEY',
  'VAULT_KEYS',
  'CHECKOUT_KEYS',
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
  'REVIEW_SECONDS',
  'RECONCILE_SECONDS',
  'LIVE_SECONDS',
  'CHECKOUT_CONTEXTS',
  'MONITOR_ORIGINS',
  'METRICS_PORT',
  'METRICS_HOST',
  'METRICS_TOKEN',
  'SNPD_BROWSER',
  'SNPD_CACHE',
  'LOG_LEVEL',
] as const
export type Environment = Partial<Config<(typeof names)[number]>>

/**
 * The variables that are set, checked; an empty one counts as not set. Pure.
 * @throws Final `config.invalid`
 */
export function parseEnvironment(variables: Record<string, string | undefined>): Environment {
  return parseConfig(
    variables,
    names.filter((name) => variables[name]),
  )
}

/** The environment without those: children get by name what they need, and no other secret. Pure. */
export function publicPart(
  variables: Record<string, string | undefined>,
): Record<string, string | undefined> {
  const hidden = new Set<string>(names)
  return Object.fromEntries(Object.entries(variables).filter(([name]) => !hidden.has(name)))
}
