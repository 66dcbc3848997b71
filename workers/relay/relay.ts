import type { Account } from '../../adapters/chain/account.ts'
import type { Forwarder } from '../../adapters/chain/forwarder.ts'
import type { Logger } from '../../core/log.ts'
import type { Sql } from '../../db/client.ts'

/** What the relay worker works with. */
export type Relay = {
  sql: Sql
  account: Account
  forwarder: Forwarder
  logger: Logger
  /** Seconds after which a transaction that is not mined is replaced by one that bids more. */
  stuckSeconds: number
  /** See workers/send/nonce.ts. */
  graceMs?: number
}
