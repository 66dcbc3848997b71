import type { Arbiter } from '../../adapters/chain/arbiter.ts'
import type { Logger } from '../../core/log.ts'
import type { Sql } from '../../db/client.ts'
import { openVerdicts, recordVerdict } from '../../db/trades/verdicts.ts'
import { sendNext } from '../send/nonce.ts'

export type Carrying = {
  sql: Sql
  arbiter: Arbiter
  logger: Logger
  /** Seconds after which a transaction that is not mined is replaced by one that bids more. */
  stuckSeconds: number
  /** See workers/send/nonce.ts. */
  graceMs?: number
}

/** Room for a block between the estimate and the ruling that makes storage dearer. */
const withMargin = (gas: bigint): bigint => (gas * 12n) / 10n

/**
 * Brings the first verdict that can still be carried out closer to the chain. Harmless to repeat and to interrupt anywhere:
 * a trade is ruled once, and nothing else uses the account.
 */
export async function carryVerdict(carrying: Carrying): Promise<void> {
  const { sql, arbiter, logger, stuckSeconds, graceMs } = carrying
  for (const verdict of await openVerdicts(sql)) {
    // The nonce first: when the ruling is mined in between, the estimate sees it, and no second one is paid for.
    const nonce = await arbiter.account.nextNonce()
    const gas = await arbiter.estimate(verdict)
    if (gas === null) continue
    const { tradeId, sent: previous } = verdict
    const sent = await sendNext(
      { account: arbiter.account, stuckSeconds, graceMs },
      {
        ...{ call: arbiter.callOf(verdict), gas: withMargin(gas), nonce, previous },
        record: (transaction) => recordVerdict(sql, tradeId, transaction),
      },
    )
    logger.info({ trade_id: tradeId, sent }, 'a verdict goes to the chain')
    return
  }
}
