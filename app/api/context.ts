import type { HttpBindings } from '@hono/node-server'
import type { Redis } from 'ioredis'
import type { Forwarder } from '../../adapters/chain/forwarder.ts'
import type { Rpc } from '../../adapters/chain/rpc.ts'
import type { PublishedKey } from '../../adapters/keys/published.ts'
import type { PhotoStore } from '../../adapters/photos/store.ts'
import type { Sender } from '../../adapters/push/send.ts'
import type { CheckoutQueue } from '../../adapters/queue/checkout.ts'
import type { AuthStores } from '../../core/auth/stores.ts'
import type { TokenKeys } from '../../core/auth/token.ts'
import type { Logger } from '../../core/log.ts'
import type { KeyRing } from '../../core/vault/keys.ts'
import type { Hex } from '../../db/bytes.ts'
import type { Sql } from '../../db/client.ts'
import type { Limit } from '../auth/limit.ts'
import type { WebMetrics } from '../metrics/web.ts'
import type { Places } from '../places/open.ts'
import type { Limits } from './limits/limits.ts'

/** What the routes work with; made once in app/server.ts and passed on. */
export type Api = {
  sql: Sql
  /** Where REDIS_URL is set: limits and sessions live there. */
  redis: Redis | undefined
  /** Sessions, nonces, attempts: in Redis when there is one, else in Postgres. */
  stores: AuthStores
  keys: TokenKeys
  /** Key-encryption keys of what members trust us with. */
  vault: KeyRing
  /** What browsers seal payment details to; nothing here can open them. */
  paymentKey: PublishedKey
  /** Sends a member's test alerts; the workers send the others. */
  alerts: Sender
  /** Where pictures lie. */
  photos: PhotoStore
  /** Public origin: SIWE domain and uri, CSRF origin, token issuer. */
  origin: string
  chain: { id: number; token: Hex; rpcUrl: string }
  rpc: Rpc
  /** Carries members' signed calls out; nothing here can send it one. */
  forwarder: Forwarder
  queue: CheckoutQueue
  /** Public places: near a point, and by name. */
  places: Places
  demo: boolean
  challengeSeconds: number
  logger: Logger
  now: () => Date
  /** The turnstile in front of argon2. */
  hashing: Limit
  /** How often one caller may ask one route. */
  limits: Limits
  /** What Prometheus is told of requests; absent where nobody asks. */
  metrics?: WebMetrics | undefined
}

/** Hono's types for every router of ours. */
export type Env = {
  Bindings: HttpBindings
  Variables: {
    requestId: string
    /** Whom a token of ours names, where the limit counted members; their session is not looked up yet. */
    memberId?: string | undefined
  }
}
