import { openArbiter } from '../../adapters/chain/arbiter.ts'
import { openRpc } from '../../adapters/chain/rpc.ts'
import type { Deployment } from '../../core/deployment.ts'
import type { Logger } from '../../core/log.ts'
import type { Hex } from '../../core/typed-data/domain.ts'
import type { Sql } from '../../db/client.ts'
import { databaseNow } from '../../db/clock.ts'
import { openBeacon } from '../draw/beacon.ts'
import { openToldGauge } from '../send/gauge.ts'
import { startLeader } from '../send/lead.ts'
import { carryVerdict } from './carry.ts'
import { tradeStep } from './step.ts'

export type TradeOptions = {
  sql: Sql
  logger: Logger
  rpcUrl: string
  deployment: Deployment
  /** Base URLs of the beacon's servers, tried in turn. */
  beaconUrls: readonly string[]
  /** Of an account with the role ARBITER; undefined: others carry verdicts out, or the deadline frees the bonds. */
  arbiterKey: Hex | undefined
  /** Length of the challenge window that awards must pass. */
  challengeSeconds: number
  /** A transaction older than this that is not mined is replaced; the default suits chains with 12 s blocks. */
  stuckSeconds?: number
  /** See workers/send/nonce.ts. */
  graceMs?: number
  /** See workers/send/lead.ts. */
  pollMs?: number
}

/** Gas of a verdict that moves both bonds. */
const USUAL_GAS = 150_000n

function carrier({ sql, logger, rpcUrl, deployment, arbiterKey, stuckSeconds = 60, graceMs }: TradeOptions) {
  const arbiter = arbiterKey && openArbiter({ rpcUrl, arbiterKey, deployment })
  if (!arbiter) return undefined
  const { account } = arbiter
  return {
    account,
    tellFuel: openToldGauge({ sql, component: 'arbiter', account, usualGas: USUAL_GAS }),
    carry: () => carryVerdict({ sql, arbiter, logger, stuckSeconds, graceMs }),
  }
}

/**
 * Tells of trades, pays completed ones, seats juries and carries their verdicts out for as long as it runs: any number on one
 * database, each killed at any instant. How: workers/trade/step.ts.
 */
export function startTrades(options: TradeOptions): { stop: () => Promise<void> } {
  const { sql, logger, rpcUrl, deployment, beaconUrls, challengeSeconds, pollMs } = options
  const network = openBeacon({ sql, deployment, rpc: openRpc(rpcUrl), urls: beaconUrls })
  const beacon = {
    clock: network.clock,
    randomness: async (round: bigint) => (await network.round(round)).randomness,
  }
  const carrying = carrier(options)
  const step = async () => {
    await carrying?.tellFuel()
    await tradeStep({ sql, beacon, carry: carrying?.carry, challengeSeconds }, await databaseNow(sql))
    return { arbiter: carrying?.account.address ?? null }
  }
  return startLeader({ sql, logger, name: 'trades', step, pollMs })
}
