import type { Sql } from '../../db/client.ts'
import { listDeadDeliveries } from '../../db/deliveries/list.ts'
import { readDeliveryLoad } from '../../db/deliveries/load.ts'
import { replayDeliveries } from '../../db/deliveries/replay.ts'
import type { DeliveriesFlags } from './flags.ts'
import { tellDead, tellLoad } from './tell.ts'

/** More of them have one cause. */
const LISTED = 200

/** Does what a command line asks for. @returns what to print; @throws Final `delivery.not-found`, `delivery.replay` */
export async function performDeliveries(sql: Sql, command: DeliveriesFlags['command']): Promise<string> {
  const now = new Date()
  if (command.name === 'status') return tellLoad(await readDeliveryLoad(sql, now))
  if (command.name === 'dead') return tellDead(await listDeadDeliveries(sql, LISTED))
  const count = await replayDeliveries(sql, command.which, now)
  return count === 1 ? '1 is tried again.' : `${count} are tried again.`
}
