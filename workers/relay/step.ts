import { databaseNow } from '../../db/clock.ts'
import { tellNews } from '../../db/relay/news.ts'
import { listOpenBatches } from '../../db/relay/open.ts'
import { driveBatch } from './drive.ts'
import { lookIntoForeign } from './foreign.ts'
import { gather } from './gather.ts'
import type { Relay } from './relay.ts'

/** Batches that may wait for the mirror at once: one that stands still must not make us look at ever more of them. */
const MOST_OPEN = 10

/**
 * One transaction is in flight at a time; batches that are on the chain and wait for the mirror hold nobody up, nor do
 * those that cannot be carried out and wait for their deadline.
 */
async function send(relay: Relay): Promise<void> {
  const now = await databaseNow(relay.sql)
  const open = await listOpenBatches(relay.sql, now)
  for (const batch of open) if (await driveBatch(relay, batch)) return
  if (open.length >= MOST_OPEN) return relay.logger.warn({}, 'the mirror is behind, no new batch is made')
  if (!(await gather(relay, now))) return
  const frozen = (await listOpenBatches(relay.sql, now)).at(-1)
  if (frozen) await driveBatch(relay, frozen)
}

/**
 * One step towards "every request is carried out once, or its member knows why not": sends the first batch
 * that is not there, or fixes the next one and sends that. What the mirror shows is told first, in case the node does not answer.
 */
export async function relayStep(relay: Relay): Promise<void> {
  await tellNews(relay.sql, await databaseNow(relay.sql))
  await lookIntoForeign(relay)
  await send(relay)
  await tellNews(relay.sql, await databaseNow(relay.sql))
}
