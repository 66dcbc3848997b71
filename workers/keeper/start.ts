import { type KeeperOptions, openKeeper } from '../../adapters/chain/keeper.ts'
import type { Logger } from '../../core/log.ts'
import type { Sql } from '../../db/client.ts'
import { openToldGauge } from '../send/gauge.ts'
import { startLeader } from '../send/lead.ts'
import { keeperStep } from './step.ts'

export type KeepingOptions = KeeperOptions & {
  sql: Sql
  logger: Logger
  /** A transaction older than this that is not mined is replaced; the default suits chains with 12 s blocks. */
  stuckSeconds?: number
  /** See workers/send/nonce.ts. */
  graceMs?: number
  /** See workers/send/lead.ts. */
  pollMs?: number
}

/** Gas of executing a proposal with a few calls, the dearer of its two. */
const USUAL_GAS = 200_000n

/**
 * Puts votes that won into the timelock, and executes them when it lets it, for as long as it runs: any number of keepers on
 * one database, each killed at any instant. Nothing depends on it alone: anybody can send the same calls.
 */
export function startKeeper(options: KeepingOptions): { stop: () => Promise<void> } {
  const { sql, logger, stuckSeconds = 60, graceMs, pollMs } = options
  const keeper = openKeeper(options)
  const { account } = keeper
  const tellFuel = openToldGauge({ sql, component: 'keeper-account', account, usualGas: USUAL_GAS })
  const step = async () => {
    await tellFuel()
    await keeperStep({ sql, keeper, logger, stuckSeconds, graceMs })
    return { keeper: account.address }
  }
  return startLeader({ sql, logger, name: 'keeper', step, pollMs })
}
