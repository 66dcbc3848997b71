import type { Bucket } from './budget.ts'
import type { Waiting } from './entry.ts'
import type { RobotsCopy } from './robots-copy.ts'
import type { Visitor } from './visitor.ts'

/** A visitor's right to be at an origin, alone. */
export type LeaseKey = {
  origin: string
  /** A UUID of this lease and no other: two processes may come for the same visitor. */
  lease: string
}

export type Admitted = {
  kind: 'in'
  key: LeaseKey
  budget: Bucket
  /** The last copy, however old. */
  robots: RobotsCopy | undefined
}

/**
 * Where the gate's memory is: Postgres for workers, files for the command line. Its own clock decides; a lease that is
 * not renewed within LEASE_MS is over.
 */
export type GateStore = {
  ask: (origin: string, visitor: Visitor) => Promise<Admitted | Waiting>
  /** Counts the requests since the last time and keeps the lease; undefined when somebody else has it. */
  renew: (key: LeaseKey, requests: number) => Promise<Bucket | undefined>
  leave: (key: LeaseKey, requests: number) => Promise<void>
  /** Nobody goes in for so long. */
  rest: (origin: string, ms: number) => Promise<void>
  keepRobots: (origin: string, text: string | null) => Promise<void>
  keepCrawlDelay: (origin: string, ms: number) => Promise<void>
}
