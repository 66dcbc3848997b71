import type { Redis } from 'ioredis'
import type { AttemptStore } from '../../core/auth/stores.ts'
import { ask } from './ask.ts'

const keyOf = (subject: string) => `snpd:attempt:${subject}`

/** KEYS[1] the subject; ARGV: now and the window's end if it starts now, Unix ms. */
const COUNT = `
local till = tonumber(redis.call('hget', KEYS[1], 'until') or '0')
if till < tonumber(ARGV[1]) then
  redis.call('hset', KEYS[1], 'failures', 0, 'until', ARGV[2])
  redis.call('pexpireat', KEYS[1], ARGV[2])
end
return redis.call('hincrby', KEYS[1], 'failures', 1)`

const FORGIVE = `
local failures = tonumber(redis.call('hget', KEYS[1], 'failures') or '0')
if failures > 0 then redis.call('hincrby', KEYS[1], 'failures', -1) end`

/** Attempts in Redis, a key per subject. */
export function redisAttempts(redis: Redis): AttemptStore {
  return {
    count: async ({ subjects, now, windowSeconds }) => {
      const at = now.getTime()
      const count = async (subject: string): Promise<[string, number]> => [
        subject,
        Number(await ask(redis.eval(COUNT, 1, keyOf(subject), at, at + windowSeconds * 1000))),
      ]
      return new Map(await Promise.all(subjects.map(count)))
    },
    forgive: async (subjects) => {
      await Promise.all(subjects.map((subject) => ask(redis.eval(FORGIVE, 1, keyOf(subject)))))
    },
  }
}
