import { openForwarder } from '../../adapters/chain/forwarder.ts'
import { openRelayerAccount } from '../../adapters/chain/relayer.ts'
import type { Deployment } from '../../core/deployment.ts'
import type { Logger } from '../../core/log.ts'
import type { Hex } from '../../core/typed-data/domain.ts'
import type { Sql } from '../../db/client.ts'
import { writeHeartbeat } from '../../db/heartbeats/write.ts'
import { startLeader } from '../send/lead.ts'
import { openRelayGauge } from './fuel.ts'
import { relayStep } from './step.ts'

export type RelayOptions = {
  sql: Sql
  logger: Logger
  rpcUrl: string
  relayerKey: Hex
  deployment: Deployment
  /** A transaction older than this that is not mined is replaced; the default suits chains with 12 s blocks. */
  stuckSeconds?: number
  /** See workers/send/nonce.ts. */
  graceMs?: number
  /** See workers/send/lead.ts. */
  pollMs?: number
}

/**
 * Carries members' requests out, each at most once, for as long as it runs: any number of relay workers on one database,
 * each killed at any instant. How: workers/relay/drive.ts.
 */
export function startRelay(options: RelayOptions): { stop: () => Promise<void> } {
  const { sql, logger, stuckSeconds = 60, graceMs, pollMs } = options
  const account = openRelayerAccount(options)
  const relay = { sql, logger, stuckSeconds, graceMs, account, forwarder: openForwarder(options) }
  const gauge = openRelayGauge(account)
  const step = async () => {
    // Before the step: without gas it fails, and that is just what has to be told. A node that is gone is told by the step.
    const fuel = await gauge().catch(() => undefined)
    if (fuel) await writeHeartbeat(sql, 'relayer', fuel)
    await relayStep(relay)
    return { relayer: account.address }
  }
  return startLeader({ sql, logger, name: 'relay', step, pollMs })
}
