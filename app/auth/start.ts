import { ACCESS_SECONDS, later, sessionEnds } from '../../core/auth/lifetime.ts'
import { hashParts, newPart, writeRefresh } from '../../core/auth/refresh.ts'
import { signToken } from '../../core/auth/token.ts'
import { uuidv7 } from '../../core/id.ts'
import type { AuthDeps } from './session.ts'

/** What a client is given to be known by. Both are secrets. */
export type Tokens = { access: string; refresh: string }
type Client = { memberId: string; userAgent: string | null }

/** An access token of a session that stands. */
export function accessToken(deps: AuthDeps, of: { memberId: string; sessionId: string }): Promise<string> {
  const now = deps.now()
  return signToken(deps.keys, { ...of, expiresAt: later(now, ACCESS_SECONDS) }, now)
}

/** Starts a session for a member. */
export async function startSession(deps: AuthDeps, { memberId, userAgent }: Client): Promise<Tokens> {
  const now = deps.now()
  const parts = { family: newPart(), secret: newPart() }
  const id = uuidv7()
  await deps.stores.sessions.create({
    id,
    memberId,
    userAgent: userAgent?.slice(0, 300) ?? null,
    refresh: await hashParts(parts),
    now,
    ...sessionEnds(now),
  })
  return { access: await accessToken(deps, { memberId, sessionId: id }), refresh: writeRefresh(id, parts) }
}
