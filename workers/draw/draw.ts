import type { Runner } from '../../adapters/chain/runner.ts'
import type { Logger } from '../../core/log.ts'
import type { Sql } from '../../db/client.ts'
import type { Beacon } from './beacon.ts'

/** What every step works with. */
export type Draw = {
  sql: Sql
  runner: Runner
  beacon: Beacon
  logger: Logger
  /** Seconds after which a transaction that is not mined is replaced by one that bids more. */
  stuckSeconds: number
  /** See workers/send/nonce.ts. */
  graceMs?: number
}
