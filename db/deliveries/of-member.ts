import type { MemberExport } from '../../core/member/export.ts'
import type { Db } from '../client.ts'

type Row = Omit<MemberExport['deliveries'][number], 'due_at' | 'ended_at'> & {
  due_at: Date
  ended_at: Date | null
}

/** What the member was told of, or is about to be, as far back as it is kept. */
export async function exportDeliveries(db: Db, memberId: string): Promise<MemberExport['deliveries']> {
  const rows = await db<Row[]>`
    select alert_id, channel_id, state, due_at, ended_at, problem from app.delivery
    where member_id = ${memberId} order by id`
  return rows.map((row) => ({
    ...row,
    due_at: row.due_at.toISOString(),
    ended_at: row.ended_at?.toISOString() ?? null,
  }))
}

/** Forgets what a member follows, where they were told and of what. */
export async function forgetDeliveries(tx: Db, memberId: string): Promise<void> {
  await tx`delete from app.follow where member_id = ${memberId}`
  // In one order, as who hands alerts out locks them.
  await tx`select from app.channel where member_id = ${memberId} order by id for update`
  await tx`
    with gone as (delete from app.delivery where member_id = ${memberId} returning alert_id)
    delete from app.notice n using gone
    where n.alert_id = gone.alert_id and n.content ? 'member_id'`
  await tx`delete from app.channel where member_id = ${memberId}`
}
