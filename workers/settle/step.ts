import { BATCH_AWARDS } from '../../core/karma/batch.ts'
import { openBatch } from '../../db/awards/batch.ts'
import { freezeBatch } from '../../db/awards/freeze.ts'
import { readCursor } from '../../db/chain/cursor.ts'
import { databaseNow } from '../../db/clock.ts'
import { type Settle, sendBatch } from './send.ts'

/** A mirror this close to the head knows every number that was used. */
const MIRROR_LAG_BLOCKS = 20

/** Numbers are given only beside a mirror in step: one that is behind does not know yet which are used. */
async function isMirrorInStep({ sql, awarder }: Settle): Promise<boolean> {
  const cursor = await readCursor(sql)
  return (
    cursor !== undefined && cursor.blockNumber >= (await awarder.account.headNumber()) - MIRROR_LAG_BLOCKS
  )
}

async function freezeNext(settle: Settle): Promise<boolean> {
  const { sql, logger } = settle
  if (!(await isMirrorInStep(settle))) {
    logger.debug({}, 'the mirror is behind the chain, no numbers are given')
    return false
  }
  const count = await freezeBatch(sql, { now: await databaseNow(sql), limit: BATCH_AWARDS })
  if (count > 0) logger.info({ count }, 'awards frozen')
  return count > 0
}

/** One step towards "every due award is minted once": sends the open batch, or freezes the next one and sends that. */
export async function settleStep(settle: Settle): Promise<void> {
  const open = await openBatch(settle.sql)
  if (open) return sendBatch(settle, open)
  if (!(await freezeNext(settle))) return
  const frozen = await openBatch(settle.sql)
  if (frozen) await sendBatch(settle, frozen)
}
