import type { Sql } from '../../db/client.ts'
import { readDeliveryLag } from '../../db/deliveries/lag.ts'
import { readDeliveryLatency } from '../../db/deliveries/latency.ts'
import { listHeartbeats } from '../../db/heartbeats/list.ts'
import { readMonitorLoad } from '../../db/monitor/load.ts'
import { readPoolLoad } from '../../db/pool/load.ts'
import { countOutcomes } from '../../db/purchases/outcomes.ts'
import { readRelayLoad } from '../../db/relay/load.ts'

export type WorkFacts = Awaited<ReturnType<typeof readWorkFacts>>

/** What waits for workers and what became of the rest, of the whole installation: each of its worker processes says the same. */
export async function readWorkFacts(sql: Sql, now: Date) {
  return {
    now,
    pool: await readPoolLoad(sql, now),
    outcomes: await countOutcomes(sql, now),
    deliveries: await readDeliveryLag(sql, now),
    latency: await readDeliveryLatency(sql, now),
    monitor: await readMonitorLoad(sql),
    relay: await readRelayLoad(sql, now),
    beats: await listHeartbeats(sql),
  }
}
