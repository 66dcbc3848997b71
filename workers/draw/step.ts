import { toBytea } from '../../db/bytes.ts'
import { readCursor } from '../../db/chain/cursor.ts'
import type { Sql } from '../../db/client.ts'
import { databaseNow } from '../../db/clock.ts'
import {
  type CallAt,
  lastRaffleSent,
  readCall,
  recordRaffleSend,
  refusePlan,
  writeCall,
} from '../../db/raffles/call.ts'
import { tellRaffleNews } from '../../db/raffles/tell.ts'
import { listLost } from '../../db/raffles/work.ts'
import { sendNext } from '../send/nonce.ts'
import type { Draw } from './draw.ts'
import { chooseNext } from './next.ts'

/** The database's or the chain's, whichever is ahead: what is due by either is tried, and the contract has the last word. */
async function clockOf(sql: Sql): Promise<Date> {
  const mirrored = (await readCursor(sql))?.blockTime?.getTime() ?? 0
  return new Date(Math.max((await databaseNow(sql)).getTime(), mirrored))
}

/** What this nonce is for: what was written down for it, else what is due now, which is written down. */
async function callAt(draw: Draw, at: CallAt) {
  const { sql, runner } = draw
  const written = await readCall(sql, at)
  if (written) return written
  const chosen = await chooseNext(draw, await clockOf(sql))
  if (!chosen) return undefined
  await writeCall(sql, { ...at, ...chosen, call: runner.callOf(chosen.act) })
  return readCall(sql, at)
}

/**
 * Brings the account's next nonce to the chain. A nonce carries one call, for good: after a kill or a reorg it is sent again
 * as it was, so that what must not happen twice, opening a raffle, does not.
 */
async function send(draw: Draw, at: CallAt): Promise<void> {
  const { sql, runner, logger, stuckSeconds, graceMs } = draw
  const written = await callAt(draw, at)
  if (!written) return
  const { to, data, gas, act } = written
  const log = { act, nonce: at.nonce }
  const sent = await sendNext(
    { account: runner.account, stuckSeconds, graceMs },
    {
      ...{ call: { to, data }, gas, nonce: at.nonce },
      previous: await lastRaffleSent(sql, at),
      record: (transaction) => recordRaffleSend(sql, at.account, transaction),
    },
  )
  if (sent === 'underway') return logger.debug(log, 'sent, waiting for a block')
  if (sent === 'too-dear')
    return logger.warn(log, 'stuck at ten times the market price; is the node in sync?')
  logger.info({ ...log, tx_hash: sent }, 'raffle call sent')
}

/** A transaction that is in a mirrored block and left no raffle was refused by the contract. */
async function noteLost({ sql, runner }: Draw, { account, nonce }: CallAt): Promise<void> {
  const lost = await listLost(sql, { account: toBytea(account), nonce })
  if (lost.length === 0) return
  const mirrored = (await readCursor(sql))?.blockNumber ?? 0
  for (const { planId, hashes } of lost) {
    const blocks = await Promise.all(hashes.map(runner.account.minedIn))
    if (!blocks.some((block) => block !== null && block <= mirrored)) continue
    await refusePlan(sql, planId, {
      code: 'raffle.refused',
      message: 'The contract refused it when its transaction was mined.',
      fix: 'Describe it anew, with a later close.',
    })
  }
}

/** One step towards "every raffle is opened once, drawn, and paid back or burned". What the mirror shows is told first. */
export async function drawStep(draw: Draw): Promise<void> {
  const { sql, runner, beacon, logger } = draw
  await tellRaffleNews(sql)
  await beacon.keepUp().catch((err: unknown) => logger.warn({ err }, 'the beacon is not known to pages'))
  const { address: account } = runner.account
  const at = { account, nonce: await runner.account.nextNonce() }
  await noteLost(draw, at)
  await send(draw, at)
}
