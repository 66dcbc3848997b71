import type { Redis } from 'ioredis'
import type { AuthStores } from '../../core/auth/stores.ts'
import type { Sql } from '../../db/client.ts'
import { postgresAttempts } from '../../db/sessions/attempts.ts'
import { announceEnd } from '../../db/sessions/end.ts'
import { postgresNonces } from '../../db/sessions/nonce.ts'
import { postgresSessions } from '../../db/sessions/store.ts'
import { redisAttempts } from '../redis/attempts.ts'
import { redisNonces } from '../redis/nonces.ts'
import { redisSessions } from '../redis/sessions.ts'

/** Where sessions, nonces and attempts live: in Redis when there is one, else in Postgres. */
export function openStores({ sql, redis }: { sql: Sql; redis: Redis | undefined }): AuthStores {
  if (!redis)
    return { sessions: postgresSessions(sql), nonces: postgresNonces(sql), attempts: postgresAttempts(sql) }
  return {
    sessions: redisSessions(redis, (ids) => announceEnd(sql, ids)),
    nonces: redisNonces(redis),
    attempts: redisAttempts(redis),
  }
}
