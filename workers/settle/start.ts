import { type AwarderOptions, openAwarder } from '../../adapters/chain/award.ts'
import type { Logger } from '../../core/log.ts'
import type { Sql } from '../../db/client.ts'
import { startLeader } from '../send/lead.ts'
import { settleStep } from './step.ts'

export type SettleOptions = AwarderOptions & {
  sql: Sql
  logger: Logger
  /** A transaction older than this that is not mined is replaced; the default suits chains with 12 s blocks. */
  stuckSeconds?: number
  /** See workers/send/nonce.ts. */
  graceMs?: number
  /** See workers/send/lead.ts. */
  pollMs?: number
}

/**
 * Mints every due award exactly once, for as long as it runs: any number of settlers on one database, each killed at
 * any instant. How: workers/settle/send.ts.
 */
export function startSettle(options: SettleOptions): { stop: () => Promise<void> } {
  const { sql, logger, stuckSeconds = 60, graceMs, pollMs } = options
  const awarder = openAwarder(options)
  const step = async () => {
    await settleStep({ sql, awarder, logger, stuckSeconds, graceMs })
    return { awarder: awarder.account.address }
  }
  return startLeader({ sql, logger, name: 'settle', step, pollMs })
}
