import type { Keeper } from '../../adapters/chain/keeper.ts'
import type { Logger } from '../../core/log.ts'
import type { Sql } from '../../db/client.ts'
import { databaseNow } from '../../db/clock.ts'
import { type Due, listDue } from '../../db/votes/due.ts'
import { lastKept, recordKept } from '../../db/votes/transaction.ts'
import { sendNext } from '../send/nonce.ts'

export type Keeping = {
  sql: Sql
  keeper: Keeper
  logger: Logger
  /** Seconds after which a transaction that is not mined is replaced by one that bids more. */
  stuckSeconds: number
  /** See workers/send/nonce.ts. */
  graceMs?: number
}

/** Room for what changes between the estimate and the block. */
const withMargin = (gas: bigint): bigint => (gas * 13n) / 10n

/**
 * Has the account's next transaction bring one proposal on. Harmless to repeat and to interrupt anywhere
 * (workers/send/nonce.ts): the governor queues and executes each once, and refuses the rest.
 * @returns false when the contract does not let it: then the next one has its turn
 */
async function bringOn(keeping: Keeping, due: Due): Promise<boolean> {
  const { sql, keeper, logger, stuckSeconds, graceMs } = keeping
  const { account } = keeper
  const log = { proposal: String(due.id), step: due.step }
  // The nonce first: what is mined in between is seen by the estimate, and no second copy is paid for.
  const nonce = await account.nextNonce()
  const gas = await keeper.estimate(due)
  if (gas === null) {
    logger.debug(log, 'the governor does not let it now')
    return false
  }
  const sent = await sendNext(
    { account, stuckSeconds, graceMs },
    {
      ...{ call: keeper.callOf(due), gas: withMargin(gas), nonce },
      previous: await lastKept(sql, { keeper: account.address, nonce }),
      record: (transaction) =>
        recordKept(sql, {
          ...{ proposalId: due.id, step: due.step },
          ...{ keeper: account.address, sent: transaction },
        }),
    },
  )
  if (sent === 'too-dear') logger.warn(log, 'stuck at ten times the market price; is the node in sync?')
  else if (sent !== 'underway') logger.info({ ...log, tx_hash: sent }, 'a vote that won is brought on')
  return true
}

/** One step towards "what won takes effect": one transaction is in flight at a time. */
export async function keeperStep(keeping: Keeping): Promise<void> {
  for (const due of await listDue(keeping.sql, await databaseNow(keeping.sql)))
    if (await bringOn(keeping, due)) return
}
