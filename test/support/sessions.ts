import { hashParts, newPart } from '../../core/auth/refresh.ts'
import type { Presented, SessionStore } from '../../core/auth/session-store.ts'
import { uuidv7 } from '../../core/id.ts'

type Times = { memberId: string; expiresAt: Date; endsAt?: Date }

/** A session of a member that ends at this moment unless it is renewed; not even then without an `endsAt`. */
export async function addSession(
  sessions: SessionStore,
  { memberId, expiresAt, endsAt = expiresAt }: Times,
): Promise<Presented> {
  const id = uuidv7()
  const refresh = await hashParts({ family: newPart(), secret: newPart() })
  await sessions.create({ id, memberId, userAgent: null, refresh, now: new Date(), expiresAt, endsAt })
  return { id, ...refresh }
}
