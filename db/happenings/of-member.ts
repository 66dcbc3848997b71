import type { MemberExport } from '../../core/member/export.ts'
import type { Db } from '../client.ts'

type Announced = MemberExport['happenings'][number]
type Times = 'starts_at' | 'ends_at' | 'created_at'
type Row = Omit<Announced, Times> & Record<Times, Date>

/** What the member announced, in the order it was. */
export async function exportHappenings(db: Db, memberId: string): Promise<Announced[]> {
  const rows = await db<Row[]>`
    select id, kind, title, text, store_id, place, cell, starts_at, ends_at, cancelled, created_at
    from app.happening where member_id = ${memberId} order by id`
  return rows.map((row) => ({
    ...row,
    starts_at: row.starts_at.toISOString(),
    ends_at: row.ends_at.toISOString(),
    created_at: row.created_at.toISOString(),
  }))
}

/** Where the member said they come, or may. */
export async function exportAnswers(db: Db, memberId: string): Promise<MemberExport['rsvps']> {
  const rows = await db<{ happening_id: string; answer: 'going' | 'maybe'; at: Date }[]>`
    select happening_id, answer, answered_at as at from app.rsvp where member_id = ${memberId} order by answered_at`
  return rows.map(({ at, ...row }) => ({ ...row, at: at.toISOString() }))
}

/** Nobody comes any more; what they announced is called off where it is still to come, and its words are gone. */
export async function forgetHappenings(tx: Db, memberId: string): Promise<void> {
  await tx`delete from app.rsvp where member_id = ${memberId}`
  await tx`
    update app.happening set cancelled = true, revision = revision + 1, updated_at = now()
    where member_id = ${memberId} and ends_at > now() and not cancelled`
  await tx`
    update app.happening set member_id = null, title = 'Event', text = '',
      place = case when place is null then null else 'A place' end
    where member_id = ${memberId}`
}
