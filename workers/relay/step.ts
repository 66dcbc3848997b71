import { tellNews } from '../../db/relay/news.ts'
import { openRelayBatch } from '../../db/relay/open.ts'
import { driveBatch } from './drive.ts'
import { lookIntoForeign } from './foreign.ts'
import { gather } from './gather.ts'
import type { Relay } from './relay.ts'

async function send(relay: Relay): Promise<void> {
  const now = new Date()
  const open = await openRelayBatch(relay.sql, now)
  if (open) return driveBatch(relay, open)
  if (!(await gather(relay, now))) return
  const frozen = await openRelayBatch(relay.sql, now)
  if (frozen) await driveBatch(relay, frozen)
}

/**
 * One step towards "every request is carried out once, or its member knows why not": sends the open batch, or fixes the
 * next one and sends that. What the mirror shows is told first, in case the node does not answer.
 */
export async function relayStep(relay: Relay): Promise<void> {
  await tellNews(relay.sql, new Date())
  await lookIntoForeign(relay)
  await send(relay)
  await tellNews(relay.sql, new Date())
}
