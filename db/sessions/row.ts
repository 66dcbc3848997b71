import type { Session } from '../../core/auth/session-store.ts'

export type SessionRow = {
  id: string
  member_id: string
  user_agent: string | null
  created_at: Date
  used_at: Date
  expires_at: Date
}

export function toSession(row: SessionRow): Session {
  return {
    id: row.id,
    memberId: row.member_id,
    userAgent: row.user_agent,
    createdAt: row.created_at,
    usedAt: row.used_at,
    expiresAt: row.expires_at,
  }
}
