import { Redis } from 'ioredis'
import { Retryable } from '../../core/errors.ts'
import { within } from './within.ts'

/**
 * Resolves when the server answers a PING.
 * @throws Retryable `queue.unreachable`
 */
export async function pingRedis(url: string): Promise<{ detail: string }> {
  const { host } = new URL(url)
  const client = new Redis(url, { lazyConnect: true, connectTimeout: 5000, retryStrategy: () => null })
  let reason = ''
  client.on('error', (error: Error) => {
    reason = error.message
  })
  const answer = client.connect().then(() => client.ping())
  const what = `Redis at ${host}`
  try {
    await within(8000, answer, { code: 'queue.unreachable', what, variable: 'REDIS_URL' })
  } catch (cause) {
    if (cause instanceof Retryable) throw cause
    throw new Retryable({
      code: 'queue.unreachable',
      message: `${what} does not answer: ${reason || (cause as Error).message}.`,
      fix: 'Check REDIS_URL and that the server is running and lets this user in.',
      cause,
    })
  } finally {
    client.disconnect()
  }
  return { detail: `answers at ${host}` }
}
