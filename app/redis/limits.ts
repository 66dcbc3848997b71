import type { Redis } from 'ioredis'
import { RateLimiterRedis } from 'rate-limiter-flexible'
import { type Limits, limitsOver } from '../api/limits/limits.ts'

/** Counted in Redis under `snpd:limit:…`, each key with the rule's own end. */
export function redisLimits(redis: Redis): Limits {
  // Not ready: count in memory at once instead of holding requests until Redis is back.
  const store = { storeClient: redis, rejectIfRedisNotReady: true }
  return limitsOver(
    (options) => new RateLimiterRedis({ ...options, ...store, keyPrefix: `snpd:limit:${options.keyPrefix}` }),
  )
}
