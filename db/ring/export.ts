import type { MemberExport } from '../../core/member/export.ts'
import type { Db } from '../client.ts'

const iso = (time: Date) => time.toISOString()

/** When the member signed in from which browser. The marks themselves say nothing and are no one's but the site's. */
export async function devicesOf(db: Db, memberId: string): Promise<MemberExport['devices']> {
  const rows = await db<{ first_at: Date; seen_at: Date }[]>`
    select first_at, seen_at from app.device where member_id = ${memberId} order by first_at`
  return rows.map(({ first_at, seen_at }) => ({ first_at: iso(first_at), seen_at: iso(seen_at) }))
}

/** Days of the window on which the member did anything. */
export async function activeDaysOf(db: Db, memberId: string): Promise<string[]> {
  const rows = await db<{ day: string }[]>`
    select day::text as day from app.active_day where member_id = ${memberId} order by day`
  return rows.map(({ day }) => day)
}

/** When a wallet of theirs turned out to be one that another member had, or the other way round. Not who that is. */
export async function walletTiesOf(db: Db, memberId: string): Promise<MemberExport['wallet_ties']> {
  const rows = await db<{ at: Date }[]>`
    select at from app.wallet_tie where member_id = ${memberId} or other_id = ${memberId} order by at`
  return rows.map(({ at }) => ({ at: iso(at) }))
}

type AppealRow = {
  id: string
  text: string
  created_at: Date
  decided_at: Date | null
  note: string | null
  lifts_until: Date | null
}

/** What the member appealed, and what became of it. */
export async function appealsOf(db: Db, memberId: string): Promise<MemberExport['appeals']> {
  const rows = await db<AppealRow[]>`
    select id, text, created_at, decided_at, note, lifts_until from app.karma_appeal
      where member_id = ${memberId} order by id`
  return rows.map((row) => ({
    ...row,
    created_at: iso(row.created_at),
    decided_at: row.decided_at && iso(row.decided_at),
    lifts_until: row.lifts_until && iso(row.lifts_until),
  }))
}
