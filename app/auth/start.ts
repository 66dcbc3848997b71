import { SESSION_HOURS, signToken } from '../../core/auth/token.ts'
import { noteConfirmed } from '../../db/members/confirmed.ts'
import { createSession } from '../../db/sessions/create.ts'
import { revokeSession } from '../../db/sessions/revoke.ts'
import type { AuthDeps } from './session.ts'

/**
 * Starts a session for a member and returns its token. The session that asked, if any, ends: a new sign-in never
 * leaves an older token of the same browser alive.
 */
export async function startSession(
  deps: AuthDeps,
  { memberId, userAgent, previous }: { memberId: string; userAgent: string | null; previous?: string },
): Promise<string> {
  const now = deps.now()
  const expiresAt = new Date(now.getTime() + SESSION_HOURS * 3_600_000)
  const sessionId = await createSession(deps.sql, { memberId, userAgent, expiresAt })
  await noteConfirmed(deps.sql, { sessionId, memberId, now })
  if (previous) await revokeSession(deps.sql, previous)
  return signToken(deps.keys, { memberId, sessionId, expiresAt }, now)
}
