import { listForeign, recordForeign } from '../../db/relay/foreign.ts'
import type { Relay } from './relay.ts'

/**
 * A number that the mirror shows used by a transaction of somebody else: of a copy of our batch, or of something else that
 * the wallet signed? Whoever reads the mempool can be faster than we are, and the request is carried out all the same.
 */
export async function lookIntoForeign({ sql, forwarder, logger }: Relay): Promise<void> {
  for (const { request, txHash } of await listForeign(sql)) {
    const isThis = await forwarder.carries({ hash: txHash, request })
    if (isThis === undefined) continue
    await recordForeign(sql, { id: request.id, txHash, isThis })
    logger.info({ request_id: request.id, tx_hash: txHash, is_this: isThis }, 'a number was used by others')
  }
}
