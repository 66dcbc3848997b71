import type { Redis } from 'ioredis'
import type { NonceStore } from '../../core/auth/stores.ts'
import { ask } from './ask.ts'

const keyOf = (nonce: string) => `snpd:nonce:${nonce}`
const write = (browser: Uint8Array | null) => (browser ? Buffer.from(browser).toString('hex') : '')

/** Nonces in Redis: used up by GETDEL. */
export function redisNonces(redis: Redis): NonceStore {
  return {
    add: async ({ nonce, browser, expiresAt }) => {
      const value = `${expiresAt.getTime()}:${write(browser)}`
      await ask(redis.set(keyOf(nonce), value, 'PXAT', expiresAt.getTime()))
    },
    take: async ({ nonce, browser, now }) => {
      const [until, kept] = (await ask(redis.getdel(keyOf(nonce))))?.split(':') ?? []
      return until !== undefined && Number(until) > now.getTime() && kept === write(browser)
    },
  }
}
