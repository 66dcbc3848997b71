import { openRpc } from '../../adapters/chain/rpc.ts'
import { openRunner, type RunnerOptions } from '../../adapters/chain/runner.ts'
import type { Logger } from '../../core/log.ts'
import type { Sql } from '../../db/client.ts'
import { openToldGauge } from '../send/gauge.ts'
import { startLeader } from '../send/lead.ts'
import { openBeacon } from './beacon.ts'
import { drawStep } from './step.ts'

export type DrawOptions = RunnerOptions & {
  sql: Sql
  logger: Logger
  /** Base URLs of the beacon's servers, tried in turn. */
  beaconUrls: readonly string[]
  /** A transaction older than this that is not mined is replaced; the default suits chains with 12 s blocks. */
  stuckSeconds?: number
  /** See workers/send/nonce.ts. */
  graceMs?: number
  /** See workers/send/lead.ts. */
  pollMs?: number
}

/** Gas of a draw with its signature, the dearest of its calls but for the very large (docs/bench.md). */
const USUAL_GAS = 200_000n

/**
 * Opens, cancels, draws, settles, expires and refunds raffles for as long as it runs: any number of draw workers on one
 * database, each killed at any instant. All but the first two anyone else may do too. How: workers/draw/step.ts.
 */
export function startDraw(options: DrawOptions): { stop: () => Promise<void> } {
  const { sql, logger, deployment, rpcUrl, beaconUrls, stuckSeconds = 60, graceMs, pollMs } = options
  const runner = openRunner(options)
  const beacon = openBeacon({ sql, deployment, rpc: openRpc(rpcUrl), urls: beaconUrls })
  const { account } = runner
  const tellFuel = openToldGauge({ sql, component: 'raffler', account, usualGas: USUAL_GAS })
  const step = async () => {
    await tellFuel()
    await drawStep({ sql, runner, beacon, logger, stuckSeconds, graceMs })
    return { operator: account.address }
  }
  return startLeader({ sql, logger, name: 'draw', step, pollMs })
}
