import type { Random } from '../../core/random.ts'
import type { KillChain } from './kill-chain.ts'
import type { KillMirror } from './kill-mirror.ts'
import type { Nursery } from './sim-process.ts'

/** What workers must get right, and what is asked of the chain about it. */
export type Subject = {
  /** Forgets what earlier runs left. */
  reset: () => Promise<void>
  /** More to do, or a change of mind. @returns its name */
  act: (random: Random) => Promise<string>
  /** What is not finished yet, told in words; undefined when nothing is left to do. */
  left: () => Promise<string | undefined>
  /** @throws Error that says what is wrong on the chain, or in what is said about it */
  requireRight: () => Promise<void>
}
export type Setting = {
  chain: KillChain
  mirror: KillMirror
  subject: Subject
  nursery: Nursery<object>
  appUrl: string
  /** Told to every worker, beside its ways to node and database. */
  options: object
}
