import type { GuardOptions } from '../../adapters/fetch/guarded.ts'
import type { OriginGate } from '../../adapters/retailers/gate.ts'
import type { Logger } from '../../core/log.ts'
import type { Sql } from '../../db/client.ts'

export type MonitorDeps = {
  sql: Sql
  /** The gate of every shop (workers/shops/gate.ts). */
  gate: OriginGate
  logger: Logger
  /** The database's time (db/clock.ts): several monitors write one history. */
  now: () => Date
  /** How far the pages may lead; loopback shops only in the demo and in tests. */
  guard: GuardOptions
}
