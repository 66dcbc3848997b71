import type { GuardOptions } from '../../adapters/fetch/guarded.ts'
import type { OriginGate } from '../../adapters/retailers/gate.ts'
import type { BrowserLook } from './browser.ts'
import type { MonitorFlags } from './flags.ts'
import type { Told } from './line.ts'

/** What a person is told beside the stock. */
export type Screen = { say: (message: string) => void; tell: (told: Told) => void }

export type Job = Pick<MonitorFlags, 'everyMs' | 'size' | 'once' | 'forMs'> & {
  url: URL
  gate: OriginGate
  guard: GuardOptions
  /** Undefined: over HTTP alone. */
  browser: BrowserLook | undefined
  screen: Screen
  stopping: AbortSignal
}
