import type { BrowserKeeper } from '../../adapters/browser/launch.ts'
import type { Buyer, PaymentDetails, RetailAdapter, Wishes } from '../../adapters/retailers/adapter.ts'
import type { OriginGate } from '../../adapters/retailers/gate.ts'
import type { Stay } from '../../adapters/retailers/stay.ts'
import type { MaxTotal, Mode } from './flags.ts'
import type { Entry, Journal } from './journal.ts'
import type { Prompt } from './prompt.ts'
import type { Screen } from './screen.ts'

/** One run of the command line: what it buys, for whom, and with what. */
export type Job = {
  url: URL
  size: string
  mode: Mode
  maxTotal: MaxTotal | undefined
  buyer: Buyer
  wishes: Wishes
  payment: () => Promise<PaymentDetails | null>
  adapter: RetailAdapter
  keeper: BrowserKeeper
  journal: Journal
  gate: OriginGate
  again: boolean
  screen: Screen
  prompt: Prompt | undefined
  /** How long after the fence the shop must still list no order before that is believed. */
  reconcileSeconds: number
  /** Aborted when the person stops the run. */
  stopping: AbortSignal
}

/** A run that is at the shop. */
export type Visiting = Job & {
  stay: Stay
  /** What the journal had when it came. */
  known: Entry | undefined
}
