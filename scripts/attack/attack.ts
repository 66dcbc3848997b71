import type { Evidence } from './gather.ts'

/** One way to find out where posts were written. */
export type Attack = {
  attack: string
  /** In words. */
  how: string
  /** What it hears of each post, in their order. */
  hears: (evidence: Evidence) => string[]
}
