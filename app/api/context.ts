import type { HttpBindings } from '@hono/node-server'
import type { TokenKeys } from '../../core/auth/token.ts'
import type { Logger } from '../../core/log.ts'
import type { Sql } from '../../db/client.ts'
import type { Limit } from '../auth/limit.ts'

/** What the routes work with; made once in app/server.ts and passed on. */
export type Api = {
  sql: Sql
  keys: TokenKeys
  /** Public origin: SIWE domain and uri, CSRF origin, token issuer. */
  origin: string
  chain: { id: number; token: string; rpcUrl: string }
  demo: boolean
  challengeSeconds: number
  logger: Logger
  now: () => Date
  /** The turnstile in front of argon2. */
  hashing: Limit
}

/** Hono's types for every router of ours. */
export type Env = { Bindings: HttpBindings; Variables: { requestId: string } }
