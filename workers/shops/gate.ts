import { type OriginGate, openGate } from '../../adapters/retailers/gate.ts'
import type { Sql } from '../../db/client.ts'
import { askOrigin } from '../../db/origins/ask.ts'
import { keepCrawlDelay, keepRobots, restOrigin } from '../../db/origins/learn.ts'
import { leaveOrigin } from '../../db/origins/leave.ts'
import { renewLease } from '../../db/origins/renew.ts'

/** The gate of every worker on every machine: its memory is Postgres. */
export function openOriginGate(sql: Sql): OriginGate {
  return openGate({
    ask: (origin, visitor) => askOrigin(sql, origin, visitor),
    renew: (key, requests) => renewLease(sql, key, requests),
    leave: (key, requests) => leaveOrigin(sql, key, requests),
    rest: (origin, ms) => restOrigin(sql, origin, ms),
    keepRobots: (origin, text) => keepRobots(sql, origin, text),
    keepCrawlDelay: (origin, ms) => keepCrawlDelay(sql, origin, ms),
  })
}
