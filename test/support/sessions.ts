import { hashParts, newPart } from '../../core/auth/refresh.ts'
import type { SessionStore } from '../../core/auth/session-store.ts'
import { uuidv7 } from '../../core/id.ts'

/** A session of a member that ends at this moment whatever happens. @returns its id */
export async function addSession(
  sessions: SessionStore,
  { memberId, expiresAt }: { memberId: string; expiresAt: Date },
): Promise<string> {
  const id = uuidv7()
  const refresh = await hashParts({ family: newPart(), secret: newPart() })
  const now = new Date()
  await sessions.create({ id, memberId, userAgent: null, refresh, now, expiresAt, endsAt: expiresAt })
  return id
}
