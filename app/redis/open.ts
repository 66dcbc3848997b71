import { Redis } from 'ioredis'
import { Retryable } from '../../core/errors.ts'

function unreachable(url: string, cause: Error): Retryable {
  return new Retryable({
    code: 'redis.unreachable',
    message: `Redis at ${new URL(url).host} does not answer: ${cause.message}.`,
    fix: 'Check REDIS_URL and that the server is running and lets this user in.',
    cause,
  })
}

/**
 * The web tier's one connection to Redis, seen to answer. Commands wait for a lost connection a moment and then fail:
 * a request must not hang on it.
 * @throws Retryable `redis.unreachable`
 */
export async function openRedis(url: string): Promise<Redis> {
  const redis = new Redis(url, {
    lazyConnect: true,
    connectTimeout: 5000,
    commandTimeout: 3000,
    maxRetriesPerRequest: 2,
  })
  let reason: Error | undefined
  // Errors of a lost connection also reject the call that met them; an unheard 'error' event would end the process.
  redis.on('error', (error: Error) => {
    reason = error
  })
  await redis
    .connect()
    .then(() => redis.ping())
    .catch((cause: Error) => {
      redis.disconnect()
      throw unreachable(url, reason ?? cause)
    })
  return redis
}
