import {
  type RateLimiterAbstract,
  RateLimiterMemory,
  RateLimiterPostgres,
  RateLimiterRes,
} from 'rate-limiter-flexible'
import type { Sql } from '../../../db/client.ts'
import { limitStore } from '../../../db/limits/store.ts'
import { allRules, type Rule } from './rules.ts'

/**
 * Counts one request of a caller at a route.
 * @returns seconds until the next one is welcome, or undefined when this one is
 */
export type Limits = (rule: Rule, subject: string) => Promise<number | undefined>

/** One store's limiter of a rule; `keyPrefix`, `points`, `duration`, and what the store needs. */
export type MakeLimiter = (options: LimiterOptions) => RateLimiterAbstract
type LimiterOptions = {
  keyPrefix: string
  points: number
  duration: number
  /** Who is over the limit is turned away from memory, without asking the store again. */
  inMemoryBlockOnConsumed: number
  /** When the store is away each process counts for itself. */
  insuranceLimiter: RateLimiterMemory
}

function optionsOf({ name, points, seconds }: Rule): LimiterOptions {
  const own = { keyPrefix: name, points, duration: seconds }
  return { ...own, inMemoryBlockOnConsumed: points + 1, insuranceLimiter: new RateLimiterMemory(own) }
}

/** Limits over any store that rate-limiter-flexible knows. */
export function limitsOver(make: MakeLimiter): Limits {
  const limiters = new Map(allRules.map((rule) => [rule.name, make(optionsOf(rule))]))
  return async ({ name }, subject) => {
    try {
      await limiters.get(name)?.consume(subject)
      return undefined
    } catch (refused) {
      if (refused instanceof RateLimiterRes) return Math.max(1, Math.ceil(refused.msBeforeNext / 1000))
      throw refused
    }
  }
}

/** Counted in app.rate_limit (migration 009); the library deletes what ended an hour ago every five minutes. */
export function postgresLimits(sql: Sql): Limits {
  const store = {
    storeClient: limitStore(sql),
    storeType: 'client',
    schemaName: 'app',
    tableName: 'rate_limit',
  }
  return limitsOver((options) => new RateLimiterPostgres({ ...options, ...store, tableCreated: true }))
}
