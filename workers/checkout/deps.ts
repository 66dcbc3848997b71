import type { BrowserKeeper } from '../../adapters/browser/launch.ts'
import type { RetailAdapter } from '../../adapters/retailers/adapter.ts'
import type { OriginGate } from '../../adapters/retailers/gate.ts'
import type { Logger } from '../../core/log.ts'
import type { OpeningKeys } from '../../core/payment/open.ts'
import type { KeyRing } from '../../core/vault/keys.ts'
import type { Sql } from '../../db/client.ts'
import type { Leaving } from './leave.ts'
import type { Lines } from './live/lines.ts'
import type { PurchaseWatch } from './watch.ts'

export type CheckoutSettings = {
  /** How long a review page is kept open for the member. */
  reviewSeconds: number
  /** How long after the fence the shop must still list no order before SNPD believes that there is none. */
  reconcileSeconds: number
  /** How long a page is kept open for a member who has to take over; 0: not at all, the link is all they get. */
  liveSeconds: number
  /** True only in the local demo and tests: shops on this machine may be visited. */
  allowLoopback: boolean
}

/** What one checkout needs: of its process, and when it has to leave. */
export type CheckoutDeps = {
  sql: Sql
  vault: KeyRing
  /** Opens what members sealed for this process alone. */
  opening: OpeningKeys
  keeper: BrowserKeeper
  adapter: RetailAdapter
  /** Every shop's, shared with all other processes. */
  gate: OriginGate
  watch: PurchaseWatch
  settings: CheckoutSettings
  /** On which web processes show a page of ours to its member. */
  lines: Lines
  logger: Logger
  /** Milliseconds since 1970: the clock that says how old a last look at the page is. */
  clock: () => number
} & Pick<Leaving, 'draining' | 'stay'>
