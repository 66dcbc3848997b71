import type { Exchange, Exchanged } from '../../core/auth/session-store.ts'
import type { Db } from '../client.ts'
import { endSession } from './end.ts'
import { type SessionRow, toSession } from './row.ts'

/**
 * Exchanges a refresh token for the next one. Two who present the same one at once: the row's lock lets one through,
 * the other finds the secret replaced a moment ago.
 */
export async function exchangeRefresh(db: Db, exchange: Exchange): Promise<Exchanged> {
  const { presented, next, now, expiresAt } = exchange
  const { id, family, secret } = presented
  const [row] = await db<SessionRow[]>`
    update app.session
    set replaced = secret, secret = ${next}, used_at = ${now}, expires_at = least(${expiresAt}::timestamptz, ends_at)
    where id = ${id} and family = ${family} and secret = ${secret} and expires_at > ${now}
    returning id, member_id, user_agent, created_at, used_at, expires_at`
  return row ? { outcome: 'rotated', session: toSession(row) } : judge(db, exchange)
}

/** A token of this family that is not the newest: a race of a moment ago, or a copy. */
async function judge(db: Db, { presented, now, racedSince }: Exchange): Promise<Exchanged> {
  const { id, family, secret } = presented
  const [row] = await db<{ member_id: string; raced: boolean }[]>`
    select member_id, coalesce(replaced = ${secret}, false) and used_at > ${racedSince} as raced
    from app.session where id = ${id} and family = ${family} and expires_at > ${now}`
  if (!row) return { outcome: 'unknown' }
  if (row.raced) return { outcome: 'raced' }
  await endSession(db, { id, memberId: row.member_id })
  return { outcome: 'reused', memberId: row.member_id }
}
