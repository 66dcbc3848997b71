import type { Redis } from 'ioredis'
import { z } from 'zod'
import type { Exchanged, NewSession, Session, SessionStore } from '../../core/auth/session-store.ts'
import { ask } from './ask.ts'
import { END, EXCHANGE } from './session-scripts.ts'

type Announce = (ids: string[]) => Promise<void>

const sessionKey = (id: string) => `snpd:session:${id}`
/** The ids of a member's sessions, by when they end at the latest. */
const memberKey = (memberId: string) => `snpd:sessions:${memberId}`
const hex = (bytes: Uint8Array) => Buffer.from(bytes).toString('hex')

const date = z.coerce.number().transform((ms) => new Date(ms))
const hashShape = z
  .object({
    id: z.uuid(),
    member: z.uuid(),
    agent: z.string(),
    created: date,
    used: date,
    expires: date,
    family: z.string(),
    secret: z.string(),
  })
  .transform(({ id, member, agent, created, used, expires, family, secret }) => {
    const session: Session = {
      id,
      memberId: member,
      userAgent: agent || null,
      createdAt: created,
      usedAt: used,
      expiresAt: expires,
    }
    return { session, family, secret }
  })
type Kept = z.infer<typeof hashShape>

async function readKept(redis: Redis, id: string, now: Date): Promise<Kept | undefined> {
  const fields = await ask(redis.hgetall(sessionKey(id)))
  if (!('id' in fields)) return undefined
  const kept = hashShape.parse(fields)
  return kept.session.expiresAt > now ? kept : undefined
}

async function create(redis: Redis, session: NewSession): Promise<void> {
  const { id, memberId, userAgent, refresh, now, expiresAt, endsAt } = session
  const fields = {
    id,
    member: memberId,
    agent: userAgent ?? '',
    created: now.getTime(),
    used: now.getTime(),
    expires: expiresAt.getTime(),
    ends: endsAt.getTime(),
    family: hex(refresh.family),
    secret: hex(refresh.secret),
  }
  const [key, member, ends] = [sessionKey(id), memberKey(memberId), endsAt.getTime()]
  // Listed first: what stands can always be found by its member.
  const listed = redis.multi().zremrangebyscore(member, '-inf', now.getTime()).zadd(member, ends, id)
  await ask(listed.pexpireat(member, ends).exec())
  await ask(redis.multi().hset(key, fields).pexpireat(key, expiresAt.getTime()).exec())
}

async function exchange(
  redis: Redis,
  announce: Announce,
  { presented, next, now, expiresAt, racedSince }: Parameters<SessionStore['exchange']>[0],
): Promise<Exchanged> {
  const { id, family, secret } = presented
  const hashes = [hex(family), hex(secret), hex(next)]
  const times = [now, expiresAt, racedSince].map((time) => time.getTime())
  const answer = await ask(redis.eval(EXCHANGE, 1, sessionKey(id), ...hashes, ...times))
  const [outcome, fields] = z.tuple([z.string(), z.array(z.string())]).parse(answer)
  const pairs = fields.flatMap((name, at) => (at % 2 === 0 ? [[name, fields[at + 1]] as const] : []))
  if (outcome === 'raced' || outcome === 'unknown') return { outcome }
  const { session } = hashShape.parse(Object.fromEntries(pairs))
  if (outcome === 'rotated') return { outcome, session }
  await announce([id])
  return { outcome: 'reused', memberId: session.memberId }
}

/** Ends those of the member among these, and says so. */
async function end(
  redis: Redis,
  announce: Announce,
  { memberId, ids }: { memberId: string; ids: string[] },
): Promise<number> {
  const tries = ids.map(async (id) => {
    const ended = await ask(redis.eval(END, 1, sessionKey(id), memberId))
    // One that is listed and not there may be about to be: unlisted it could never be found again.
    if (ended !== 1) return []
    await ask(redis.zrem(memberKey(memberId), id))
    return [id]
  })
  const ended = (await Promise.all(tries)).flat()
  if (ended.length > 0) await announce(ended)
  return ended.length
}

const idsOf = (redis: Redis, memberId: string) => ask(redis.zrange(memberKey(memberId), 0, '-1'))

async function list(redis: Redis, memberId: string, now: Date): Promise<Session[]> {
  const ids = await idsOf(redis, memberId)
  const found = await Promise.all(ids.map((id) => readKept(redis, id, now)))
  const sessions = found.flatMap((kept) => (kept ? [kept.session] : []))
  return sessions.sort((a, b) => b.createdAt.getTime() - a.createdAt.getTime() || (a.id < b.id ? 1 : -1))
}

/**
 * Sessions in Redis: one hash each, so that each step is one script on one key and works on a cluster.
 * @param announce tells the web processes which sessions ended
 */
export function redisSessions(redis: Redis, announce: Announce): SessionStore {
  return {
    create: (session) => create(redis, session),
    read: async (id, now) => (await readKept(redis, id, now))?.session,
    holder: async ({ id, family, secret }, now) => {
      const kept = await readKept(redis, id, now)
      return kept && kept.family === hex(family) && kept.secret === hex(secret) ? kept.session : undefined
    },
    exchange: (given) => exchange(redis, announce, given),
    list: (memberId, now) => list(redis, memberId, now),
    end: async ({ id, memberId }) => (await end(redis, announce, { memberId, ids: [id] })) > 0,
    endAll: async (memberId, but) => {
      const ids = await idsOf(redis, memberId)
      return end(redis, announce, { memberId, ids: ids.filter((id) => id !== but) })
    },
  }
}
