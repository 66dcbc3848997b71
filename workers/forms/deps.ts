import type { BrowserKeeper } from '../../adapters/browser/launch.ts'
import type { OriginGate } from '../../adapters/retailers/gate.ts'
import type { Logger } from '../../core/log.ts'
import type { KeyRing } from '../../core/vault/keys.ts'
import type { Sql } from '../../db/client.ts'

/** What entering a shop's draw takes. */
export type FormDeps = {
  sql: Sql
  vault: KeyRing
  gate: OriginGate
  keeper: BrowserKeeper
  logger: Logger
  /** Shops of this machine, in the demo and in tests. */
  allowLoopback: boolean
  /** See EntryJob. */
  reconcileSeconds: number
  /** Aborted when the process ends. */
  stopping: AbortSignal
}
